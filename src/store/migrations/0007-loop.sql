-- The loop that closes: what the owner approved, the letters that leave once, what was offered, the hours that are held and
-- booked, and the digest. Conventions as in 0001 (docs/decisions/0004).

-- One constraint holds an owner's hours apart (Q8): equality of a uuid beside the overlap of ranges.
create extension if not exists btree_gist;

-- The owner's yes to one text (R41); never changed but to be taken back.
create table approval (
  owner_id uuid not null,
  approval_id uuid not null,
  draft_id uuid not null,
  text_hash bytea not null,
  -- What it covers beside the letter (domain/draft/approval.ts).
  covers jsonb not null,
  -- page, digest_link, digest_reply: by the owner's hand. covered: by an earlier approval, which says so. unasked: by a kind
  -- of letter that the owner lets go without being asked.
  way text not null check (way in ('page', 'digest_link', 'digest_reply', 'covered', 'unasked')),
  was_edited boolean not null,
  approved_at timestamptz(3) not null,
  taken_back_at timestamptz(3),
  primary key (owner_id, approval_id),
  foreign key (owner_id, draft_id) references draft on delete cascade
);
create index approval_of_draft on approval (owner_id, draft_id);
create unique index approval_stands_once on approval (owner_id, draft_id) where taken_back_at is null;

alter table draft
  -- The owner's own words: not written anew by us.
  add column is_edited boolean not null default false,
  -- Why it is stale, withdrawn or failed, for the owner; null otherwise.
  add column ended_because jsonb,
  -- The letter of theirs that it answers, in whose thread it stays; null for the rules of its kind.
  add column answers_message_id uuid;

-- A copy among the owner's drafts that is being sent by us: neither changed nor taken away by what keeps drafts.
alter table written drop constraint written_state_check;
alter table written add constraint written_state_check check (state in ('wanted', 'unknown', 'standing', 'changed', 'closing', 'removing',
  'missing', 'done', 'removed', 'deleted', 'refused', 'handed_over'));

-- What happened with a person, in order, for as long as the person is known. Rows are added and erased, never changed.
create table contact_record (
  owner_id uuid not null,
  record_id uuid not null,
  contact_id uuid not null,
  at timestamptz(3) not null,
  what text not null,
  subject_kind text not null,
  subject_id uuid,
  because jsonb not null,
  primary key (owner_id, record_id),
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create index contact_record_of on contact_record (owner_id, contact_id, at);
create trigger contact_record_is_not_changed before update on contact_record
  for each row execute function refuse_change();

-- The times that one letter offers to one person; a reminder's are another generation.
create table offer (
  owner_id uuid not null,
  offer_id uuid not null,
  contact_id uuid not null,
  -- The letter that made it.
  draft_id uuid,
  follow_up_id uuid,
  plan_item_id uuid,
  -- Several people asked to one meeting share it.
  group_id uuid,
  generation int not null default 1,
  state text not null check (state in ('open', 'accepted', 'countered', 'declined', 'expired', 'withdrawn')),
  because jsonb not null,
  -- Meeting, length, way, place, named times, shown ranges, zones, language (domain/booking/offer.ts).
  body jsonb not null,
  -- Of the public link, where one was written.
  token_hash bytea,
  offered_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  version int not null default 1,
  changed_at timestamptz(3) not null,
  primary key (owner_id, offer_id),
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create unique index offer_by_token on offer (token_hash) where token_hash is not null;
create index offer_of_contact on offer (owner_id, contact_id, offered_at);
create unique index offer_of_draft on offer (owner_id, draft_id) where draft_id is not null;

-- A named time of an open offer, kept for one person (Q6).
create table hold (
  owner_id uuid not null,
  hold_id uuid not null,
  offer_id uuid not null,
  contact_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  state text not null check (state in ('placed', 'released', 'converted')),
  until_at timestamptz(3) not null,
  because text,
  -- The tentative event in the owner's calendar, where they wish one.
  account_id uuid,
  calendar text,
  event_ref text,
  event_state text not null default 'none' check (event_state in ('none', 'wanted', 'unknown', 'standing', 'removing', 'removed', 'refused')),
  version int not null default 1,
  changed_at timestamptz(3) not null,
  primary key (owner_id, hold_id),
  foreign key (owner_id, offer_id) references offer on delete cascade,
  check (starts_at < ends_at)
);
create index hold_of_offer on hold (owner_id, offer_id);
create index hold_placed on hold (owner_id, starts_at) where state = 'placed';

-- An hour of the owner's, whatever the calendar (Q8). Rescheduled, another row follows it and keeps its event.
create table booking (
  owner_id uuid not null,
  booking_id uuid not null,
  contact_id uuid not null,
  offer_id uuid,
  group_id uuid,
  -- Where the event stands; null for an owner without an account.
  account_id uuid,
  calendar text,
  generation int not null default 1,
  state text not null check (state in ('claiming', 'pending', 'confirmed', 'took_place', 'cancelled', 'no_show')),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  -- Title, way, place, link, guests, zones, language (domain/booking/booking.ts).
  body jsonb not null,
  source text not null check (source in ('reply', 'page', 'owner', 'calendar')),
  -- The message that agreed to it.
  message_id uuid,
  plan_item_id uuid,
  rescheduled_from uuid,
  -- 32 hex digits: of the first booking of a line and its generation; the event's own key at the provider.
  event_key text not null,
  event_ref text,
  -- What stands at the provider as far as is known.
  event_state text not null default 'wanted' check (event_state in ('none', 'wanted', 'unknown', 'standing', 'moving', 'removing', 'removed', 'refused')),
  lease_until timestamptz(3),
  attempts int not null default 0,
  because jsonb not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (owner_id, booking_id),
  foreign key (owner_id, contact_id) references contact on delete cascade,
  check (starts_at < ends_at),
  constraint booking_overlaps_none exclude using gist (owner_id with =, tstzrange(starts_at, ends_at, '[)') with &&)
    where (state in ('claiming', 'pending', 'confirmed'))
);
create index booking_of_contact on booking (owner_id, contact_id, starts_at);
create index booking_of_offer on booking (owner_id, offer_id);
create unique index booking_once_an_offer on booking (owner_id, offer_id)
  where offer_id is not null and state in ('claiming', 'pending', 'confirmed') and rescheduled_from is null;

-- One page of the public booking page as it was served: its button works once, and not at once (Q7).
create table page_nonce (
  owner_id uuid not null,
  nonce_hash bytea not null,
  -- The offer or booking that the page shows.
  subject_id uuid not null,
  served_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (owner_id, nonce_hash)
);
create index page_nonce_by_age on page_nonce (owner_id, served_at);

-- The daily mail to the owner themselves (R43), as it went out: what a number in their answer means.
create table digest (
  owner_id uuid not null references owner,
  digest_id uuid not null,
  day date not null,
  -- The items by number, with the drafts printed in full and the hashes of their texts (domain/day/digest.ts).
  items jsonb not null,
  subject text not null,
  body text not null,
  marker text not null,
  -- From where it goes, to the owner at the same address.
  account_id uuid not null,
  -- Its Message-ID, ours or another one that the provider gave it; the provider's thread, once it is known.
  header_id text not null,
  thread_ref text,
  made_at timestamptz(3) not null,
  text_kept_until timestamptz(3) not null,
  primary key (owner_id, digest_id),
  unique (owner_id, day)
);

-- The owner's answers to digests by their Message-ID, each taken once: what was done by it, and what is asked back.
create table digest_answer (
  owner_id uuid not null,
  header_id text not null,
  digest_id uuid not null,
  heard jsonb not null,
  heard_at timestamptz(3) not null,
  primary key (owner_id, header_id),
  foreign key (owner_id, digest_id) references digest on delete cascade
);
create index digest_answer_by_age on digest_answer (owner_id, heard_at);

-- Behind a link of a digest: one letter as it was printed, to be approved by one button, once.
create table digest_link (
  owner_id uuid not null,
  token_hash bytea not null,
  digest_id uuid not null,
  draft_id uuid not null,
  text_hash bytea not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (owner_id, token_hash),
  foreign key (owner_id, digest_id) references digest on delete cascade
);
create unique index digest_link_by_token on digest_link (token_hash);

-- A card that Rapport wrote, as it was written: nobody else said anything with it, so it is evidence of nothing. Of a written
-- row `about` says from now on whether the owner had made the card ('theirs'); those were never claimed.
alter table card add column is_ours boolean not null default false;
update written set about = 'theirs' where kind = 'card' and ref is not null and attempts = 0;
update card set is_ours = true from card_place place
  join written on written.owner_id = place.owner_id and written.account_id = place.account_id and written.kind = 'card'
    and written.ref = place.ref and written.about is null
  where place.owner_id = card.owner_id and place.account_id = card.account_id and place.card_id = card.card_id;

-- When the provider was last asked which calendars there are; null when it is to be asked at once.
alter table account add column calendars_listed_at timestamptz(3);

-- What the owner ticked on the way out is written there from the way back on; the scopes were read by nobody.
alter table sign_in_try
  drop column scopes,
  add column wishes text[] not null default '{}';

-- An organisation whose administrator must first allow that an account is connected, or connected again.
create table admin_wait (
  owner_id uuid not null references owner,
  provider text not null check (provider in ('google', 'microsoft')),
  -- The account that is to be connected again; of a first connection, where nobody knows yet which it will be, the owner's own id.
  subject_id uuid not null,
  because text not null,
  -- For the administrator, where the provider has one.
  link text,
  -- What was ticked, for the next try.
  wishes text[] not null,
  since timestamptz(3) not null,
  primary key (owner_id, provider, subject_id)
);

-- Accounts that were connected before are asked for their aliases too.
insert into timer (owner_id, kind, subject_id, due_at)
  select owner_id, 'read_profile', account_id, coalesce(connected_at, created_at) from account
  where provider <> 'archive' and state = 'open';

-- What they answered, as it was read, and what it led to; what came otherwise than by mail has its text here.
create table answer (
  owner_id uuid not null,
  answer_id uuid not null,
  contact_id uuid not null,
  -- Of the letter that it was read from; null where the owner pasted it, or they wrote it on the booking page.
  message_id uuid,
  source text not null check (source in ('mail', 'pasted', 'page')),
  written_at timestamptz(3) not null,
  meaning text not null,
  -- The owner's word about its meaning, when it was settled.
  said text,
  led_to text not null check (led_to in ('booked', 'proposed', 'new_times', 'parked', 'stopped', 'asked_owner', 'nothing')),
  because jsonb not null,
  offer_id uuid,
  booking_id uuid,
  -- The time that they propose, for the owner to agree to.
  proposes_at timestamptz(3),
  -- Of the words in which it is confirmed, as the owner saw them when they agreed to it.
  confirmation_hash bytea,
  -- Which other times suit them (domain/booking/times-wish.ts).
  wish jsonb,
  -- open: the owner has something to say.
  state text not null check (state in ('open', 'settled')),
  text_kept text,
  -- Of the text, and of the words in because and wish.
  text_kept_until timestamptz(3),
  version int not null default 1,
  changed_at timestamptz(3) not null,
  primary key (owner_id, answer_id),
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create unique index answer_of_message on answer (owner_id, contact_id, message_id) where message_id is not null;
create index answer_of_contact on answer (owner_id, contact_id, written_at);
create index answer_open on answer (owner_id, written_at) where state = 'open';
