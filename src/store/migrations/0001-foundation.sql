-- The foundation. Conventions (docs/decisions/0004): every product table begins with owner_id, in its primary key,
-- its uniques and its foreign keys; account_id comes second where there is one. Ids are UUIDv7 made outside.
-- Instants are timestamptz(3), days are date, zones are text. States are text with a check. No default reads a clock
-- or makes a random value: all times and ids are parameters.

create table owner (
  owner_id uuid primary key,
  name text,
  -- The owner gave the name; else it is read from mail and events.
  name_said boolean not null default false,
  locale text not null,
  -- Set when the owner has seen which addresses are theirs, or named them.
  addresses_sure boolean not null default false,
  passphrase_hash text,
  created_at timestamptz(3) not null
);

-- The dated list of zones of an owner who moves or travels: the row with the latest from_day not after a day holds on it.
create table owner_zone (
  owner_id uuid not null references owner,
  from_day date not null,
  zone text not null,
  because text not null,
  primary key (owner_id, from_day)
);

create table owner_address (
  owner_id uuid not null references owner,
  address text not null,
  because jsonb not null,
  score real not null,
  -- inferred: taken to be theirs; said: by the owner; refused: the owner said it is not theirs.
  standing text not null check (standing in ('inferred', 'said', 'refused', 'possible')),
  primary key (owner_id, address)
);

create table session (
  owner_id uuid not null references owner,
  session_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  primary key (owner_id, session_id)
);
create unique index session_by_token on session (token_hash);

create table account (
  owner_id uuid not null references owner,
  account_id uuid not null,
  provider text not null check (provider in ('archive', 'google', 'microsoft')),
  name text not null,
  state text not null check (state in ('open', 'reconnect', 'closed')),
  because text,
  created_at timestamptz(3) not null,
  primary key (owner_id, account_id)
);

create table setting (
  owner_id uuid not null references owner,
  name text not null,
  value jsonb not null,
  set_at timestamptz(3) not null,
  primary key (owner_id, name)
);

-- Something that leaves Rapport. One row a thing, found by its key; see domain/draft for its states.
create table effect (
  owner_id uuid not null references owner,
  effect_id uuid not null,
  account_id uuid,
  kind text not null,
  key text not null,
  state text not null check (state in ('ready', 'claimed', 'prepared', 'sending', 'done', 'unknown', 'withdrawn', 'ask_owner')),
  payload_hash bytea not null,
  fence int not null default 0,
  claimed_until timestamptz(3),
  detail jsonb not null,
  because text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (owner_id, effect_id),
  unique (owner_id, key),
  foreign key (owner_id, account_id) references account
);
create index effect_open on effect (state, changed_at) where state not in ('done', 'withdrawn');

-- Timers are rows: what is due at an instant, whatever the queue remembers.
create table timer (
  owner_id uuid not null references owner,
  kind text not null,
  subject_id uuid not null,
  due_at timestamptz(3) not null,
  lease_until timestamptz(3),
  attempts int not null default 0,
  last_error text,
  primary key (owner_id, kind, subject_id)
);
create index timer_due on timer (due_at, owner_id, kind, subject_id);

-- Every decision with its inputs, so that it can be explained and replayed.
create table decision (
  owner_id uuid not null references owner,
  subject_kind text not null,
  subject_id uuid not null,
  -- What was decided: the kind of follow-up.
  kind text not null,
  rule text not null,
  outcome text not null,
  because jsonb not null,
  inputs jsonb not null,
  decided_at timestamptz(3) not null,
  primary key (owner_id, subject_kind, subject_id, kind)
);

-- Append-only: ids and hashes, never texts or addresses, so that erasure stays possible.
create table audit (
  owner_id uuid not null,
  audit_id uuid not null,
  at timestamptz(3) not null,
  what text not null,
  subject_kind text not null,
  subject_id uuid,
  hash bytea,
  primary key (owner_id, audit_id)
);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only';
end $$;
create trigger audit_is_append_only before update or delete on audit
  for each row execute function refuse_change();
create trigger audit_is_never_emptied before truncate on audit
  for each statement execute function refuse_change();

-- Do-not-contact. The address is kept as a keyed hash (pepper), so that it outlives an erasure.
create table suppression (
  owner_id uuid not null,
  address_hash bytea not null,
  reason text not null,
  source text not null,
  at timestamptz(3) not null,
  primary key (owner_id, address_hash)
);

-- One row per kind: proof that the master key fits, and the wrapped keys that never rotate (the suppression pepper).
create table key_check (
  name text primary key,
  sealed bytea not null,
  made_at timestamptz(3) not null
);

-- One reading of one set of export files.
create table import (
  owner_id uuid not null references owner,
  import_id uuid not null,
  account_id uuid not null,
  -- Where the files lie (a path in the inbox of the home, or the path named on the command line).
  path text not null,
  name text not null,
  fingerprint text not null,
  kept_by_us boolean not null,
  csv_mapping jsonb,
  state text not null check (state in ('waiting', 'reading', 'stopped', 'read', 'failed', 'undone')),
  because text,
  cursor text,
  bytes_done bigint not null default 0,
  bytes_total bigint not null default 0,
  messages int not null default 0,
  events int not null default 0,
  cards int not null default 0,
  repeated int not null default 0,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (owner_id, import_id),
  foreign key (owner_id, account_id) references account
);
create unique index import_once on import (owner_id, fingerprint) where state <> 'undone';

create table import_file (
  owner_id uuid not null,
  import_id uuid not null,
  place text not null,
  kind text not null,
  bytes bigint not null,
  primary key (owner_id, import_id, place),
  foreign key (owner_id, import_id) references import on delete cascade
);

-- What was not taken in, or only in part. Nothing is left out silently.
create table import_skipped (
  owner_id uuid not null,
  import_id uuid not null,
  skipped_no int not null,
  place text not null,
  position text,
  because text not null,
  message text not null,
  count int not null,
  primary key (owner_id, import_id, skipped_no),
  foreign key (owner_id, import_id) references import on delete cascade
);

create table calendar (
  owner_id uuid not null,
  account_id uuid not null,
  name text not null,
  last_event_at timestamptz(3),
  primary key (owner_id, account_id, name),
  foreign key (owner_id, account_id) references account
);

-- One message, however many files it stood in. natural_key is its Message-ID, or a digest where it has none.
create table message (
  owner_id uuid not null,
  account_id uuid not null,
  message_id uuid not null,
  natural_key text not null,
  -- Message-ID without brackets; answers name it.
  header_id text,
  sent_at timestamptz(3),
  sent_offset_minutes int,
  from_address text,
  from_name text,
  subject text not null,
  in_reply_to text,
  root_key text not null,
  labels text[] not null,
  delivered_to text[] not null,
  recipients int not null,
  content_type text not null,
  signals jsonb not null,
  marks text[] not null,
  -- The new text of the message, kept only for people who qualify, and only for a while.
  text_kept text,
  text_kept_until timestamptz(3),
  text_read_at timestamptz(3),
  primary key (owner_id, account_id, message_id),
  unique (owner_id, account_id, natural_key),
  foreign key (owner_id, account_id) references account
);
create index message_by_sender on message (owner_id, from_address, sent_at);
create index message_by_header_id on message (owner_id, header_id);
create index message_by_root on message (owner_id, root_key);
create index message_text_kept on message (text_kept_until) where text_kept_until is not null;

-- What the writer says of themselves below a message (domain/mail/signature.ts), for people who qualify.
create table message_signature (
  owner_id uuid not null,
  account_id uuid not null,
  message_id uuid not null,
  body jsonb not null,
  primary key (owner_id, account_id, message_id),
  foreign key (owner_id, account_id, message_id) references message on delete cascade
);

create table message_recipient (
  owner_id uuid not null,
  account_id uuid not null,
  message_id uuid not null,
  role text not null check (role in ('to', 'cc', 'bcc')),
  address text not null,
  name text,
  primary key (owner_id, account_id, message_id, role, address),
  foreign key (owner_id, account_id, message_id) references message on delete cascade
);
create index message_recipient_by_address on message_recipient (owner_id, address);

-- Which import brought which message, and where it lies in the files: what undo and reading bodies need.
create table message_source (
  owner_id uuid not null,
  account_id uuid not null,
  import_id uuid not null,
  message_id uuid not null,
  ref text not null,
  primary key (owner_id, import_id, message_id),
  foreign key (owner_id, import_id) references import on delete cascade,
  foreign key (owner_id, account_id, message_id) references message on delete cascade
);
create index message_source_of on message_source (owner_id, account_id, message_id);

create table event (
  owner_id uuid not null,
  account_id uuid not null,
  event_id uuid not null,
  calendar text not null,
  uid text not null,
  -- '' for the event or series itself, else which occurrence it changes.
  occurrence text not null,
  sequence int not null,
  title text not null,
  place text,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  all_day boolean not null,
  status text not null check (status in ('confirmed', 'tentative', 'cancelled')),
  kind text not null check (kind in ('busy', 'free', 'out_of_office', 'focus', 'working_location', 'birthday')),
  organiser text,
  recurring boolean not null,
  attendees int not null,
  -- The event as read (domain/meeting/event.ts), parsed by zod on the way out.
  body jsonb not null,
  text_kept_until timestamptz(3),
  primary key (owner_id, account_id, event_id),
  unique (owner_id, account_id, calendar, uid, occurrence),
  foreign key (owner_id, account_id) references account
);
create index event_by_time on event (owner_id, starts_at);

create table event_attendee (
  owner_id uuid not null,
  account_id uuid not null,
  event_id uuid not null,
  address text not null,
  name text,
  response text not null check (response in ('accepted', 'declined', 'tentative', 'needs_action', 'unknown')),
  organiser boolean not null,
  resource boolean not null,
  primary key (owner_id, account_id, event_id, address),
  foreign key (owner_id, account_id, event_id) references event on delete cascade
);
create index event_attendee_by_address on event_attendee (owner_id, address);

create table event_source (
  owner_id uuid not null,
  account_id uuid not null,
  import_id uuid not null,
  event_id uuid not null,
  primary key (owner_id, import_id, event_id),
  foreign key (owner_id, import_id) references import on delete cascade,
  foreign key (owner_id, account_id, event_id) references event on delete cascade
);
create index event_source_of on event_source (owner_id, account_id, event_id);

create table card (
  owner_id uuid not null,
  account_id uuid not null,
  card_id uuid not null,
  origin text not null,
  key text not null,
  name text,
  body jsonb not null,
  primary key (owner_id, account_id, card_id),
  unique (owner_id, account_id, origin, key),
  foreign key (owner_id, account_id) references account
);

create table card_address (
  owner_id uuid not null,
  account_id uuid not null,
  card_id uuid not null,
  address text not null,
  primary key (owner_id, account_id, card_id, address),
  foreign key (owner_id, account_id, card_id) references card on delete cascade
);
create index card_address_by_address on card_address (owner_id, address);

create table card_source (
  owner_id uuid not null,
  account_id uuid not null,
  import_id uuid not null,
  card_id uuid not null,
  primary key (owner_id, import_id, card_id),
  foreign key (owner_id, import_id) references import on delete cascade,
  foreign key (owner_id, account_id, card_id) references card on delete cascade
);

-- The verdict on each address that was seen, with its evidence: who is a person, a machine, a colleague, not yet anybody.
create table sender (
  owner_id uuid not null references owner,
  address text not null,
  name text,
  verdict text not null check (verdict in ('person', 'machine', 'unsure')),
  score real not null,
  class text not null check (class in ('candidate', 'unsure', 'colleague', 'known', 'machine', 'ignored', 'not_yet')),
  because jsonb not null,
  messages int not null,
  last_at timestamptz(3),
  -- The owner's own word outranks every evidence and survives every new reading.
  correction text check (correction in ('person', 'machine', 'ignored')),
  corrected_at timestamptz(3),
  primary key (owner_id, address)
);

create table contact (
  owner_id uuid not null references owner,
  contact_id uuid not null,
  name text not null,
  greeting_name text,
  greeting_because text,
  company text,
  title text,
  place text,
  zone text,
  locale text not null,
  status text not null check (status in ('candidate', 'active', 'resting', 'dormant', 'archived', 'blocked')),
  purpose text not null check (purpose in ('business', 'friend')),
  verification int not null check (verification between 0 and 4),
  class text not null check (class in ('candidate', 'unsure', 'colleague', 'known')),
  -- The encounter (R3): when it ended, which day, where, how, why.
  met_at timestamptz(3),
  met_on date,
  met_where text,
  met_channel text check (met_channel in ('event', 'mail', 'card')),
  met_introduced_by text,
  met_why text,
  met_source_kind text check (met_source_kind in ('event', 'message', 'card', 'logged')),
  met_source_id text,
  -- The owner said that no reason is needed, or gave one in met_why.
  met_why_waived boolean not null default false,
  met_others int,
  last_touch_at timestamptz(3),
  last_conversation_at timestamptz(3),
  last_met_at timestamptz(3),
  closeness real not null default 0,
  because jsonb not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  -- Lower-cased name, addresses and company, for search as you type.
  search text not null,
  primary key (owner_id, contact_id)
);
create index contact_by_closeness on contact (owner_id, closeness desc, contact_id);
create index contact_by_name on contact (owner_id, lower(name), contact_id);

create table identity (
  owner_id uuid not null,
  kind text not null check (kind in ('address', 'phone', 'profile')),
  value text not null,
  contact_id uuid not null,
  because text not null,
  primary key (owner_id, kind, value),
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create index identity_of on identity (owner_id, contact_id);

-- People the owner deleted or ignored stay so, whatever is read again.
create table tombstone (
  owner_id uuid not null references owner,
  kind text not null,
  value text not null,
  because text not null,
  at timestamptz(3) not null,
  primary key (owner_id, kind, value)
);

-- Two addresses that look like one person, waiting for the owner's word, or answered.
create table merge_question (
  owner_id uuid not null references owner,
  -- Sorted, at least two.
  addresses text[] not null,
  because jsonb not null,
  answer text check (answer in ('same', 'different')),
  answered_at timestamptz(3),
  primary key (owner_id, addresses)
);

create table interaction (
  owner_id uuid not null,
  contact_id uuid not null,
  source_kind text not null check (source_kind in ('message', 'event', 'logged', 'card')),
  source_id uuid not null,
  at timestamptz(3) not null,
  ends_at timestamptz(3),
  mode text not null check (mode in ('in_person', 'video', 'phone', 'email', 'text', 'social', 'post')),
  direction text not null check (direction in ('inbound', 'outbound', 'mutual')),
  depth text not null check (depth in ('conversation', 'thread', 'touch', 'passive')),
  others int not null,
  title text,
  place text,
  text_kept_until timestamptz(3),
  primary key (owner_id, contact_id, source_kind, source_id),
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create index interaction_by_time on interaction (owner_id, contact_id, at desc);

create table follow_up (
  owner_id uuid not null,
  follow_up_id uuid not null,
  contact_id uuid not null,
  kind text not null,
  state text not null check (state in ('planned', 'due', 'in_hand', 'satisfied', 'skipped', 'expired', 'cancelled')),
  due_at timestamptz(3) not null,
  overdue_at timestamptz(3),
  deadline_at timestamptz(3),
  snoozed_until timestamptz(3),
  because jsonb not null,
  satisfied_by text,
  urgency real not null default 0,
  version int not null default 1,
  changed_at timestamptz(3) not null,
  primary key (owner_id, follow_up_id),
  unique (owner_id, contact_id, kind),
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create index follow_up_due on follow_up (owner_id, due_at) where state in ('planned', 'due', 'in_hand');

create table draft (
  owner_id uuid not null,
  draft_id uuid not null,
  contact_id uuid not null,
  follow_up_id uuid not null,
  version int not null,
  kind text not null,
  locale text not null,
  state text not null check (state in ('proposed', 'approved', 'queued', 'sent', 'rejected', 'stale', 'withdrawn', 'failed')),
  because jsonb not null,
  to_address text not null,
  subject text not null,
  body text not null,
  text_hash bytea not null,
  -- The offered times, the calendar's age and what is missing: domain/draft/draft.ts, parsed by zod.
  offer jsonb,
  facts jsonb not null,
  lint jsonb not null,
  -- A question to the owner that stands in the way of approval.
  question text,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  text_kept_until timestamptz(3),
  primary key (owner_id, draft_id),
  unique (owner_id, follow_up_id, version),
  foreign key (owner_id, contact_id) references contact on delete cascade,
  foreign key (owner_id, follow_up_id) references follow_up on delete cascade
);
create index draft_of_contact on draft (owner_id, contact_id);
