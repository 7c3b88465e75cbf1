-- Connected accounts: who they are, what they may do, their tokens, what is read of them and how far, what is written into
-- them, how fast they may be asked. Conventions as in 0001.

alter table account drop constraint account_state_check;
alter table account add constraint account_state_check
  check (state in ('open', 'reconnect', 'waiting_admin', 'closing', 'closed'));
alter table account
  -- Google: iss sub. Microsoft: tid oid.
  add column identity_key text,
  add column address text,
  add column tenant text,
  add column scopes text[] not null default '{}',
  -- What the owner lets Rapport write: contacts, tasks, drafts, holds.
  add column wishes text[] not null default '{}',
  add column aliases text[] not null default '{}',
  -- When access ends whatever is done (Google's Testing clients); null when it does not.
  add column access_ends_on date,
  add column connected_at timestamptz(3);
create unique index account_once on account (owner_id, provider, identity_key) where identity_key is not null and state <> 'closed';

-- The registration of this installation at a provider. Like key_check it belongs to nobody's mail: no owner.
create table oauth_client (
  provider text primary key check (provider in ('google', 'microsoft')),
  data_key bytea not null,
  sealed bytea not null,
  -- Google: whether its consent screen is in Testing, as whoever set it up said.
  is_testing boolean not null,
  -- What the last try said that is wrong with it; null when it went well or was not tried.
  wrong_setting text,
  because text,
  set_at timestamptz(3) not null,
  proven_at timestamptz(3)
);

-- A sign-in on its way: ten minutes, one use. The state is kept as a hash, verifier and nonce sealed.
create table sign_in_try (
  owner_id uuid not null references owner,
  try_id uuid not null,
  state_hash bytea not null unique,
  provider text not null,
  sealed bytea not null,
  redirect text not null,
  scopes text[] not null,
  -- Of a reconnection: only this account may come back.
  account_id uuid,
  ends_at timestamptz(3) not null,
  primary key (owner_id, try_id)
);

create table account_token (
  owner_id uuid not null,
  account_id uuid not null,
  data_key bytea not null,
  -- Access and refresh token with their scopes and end (store/tokens.ts).
  sealed bytea not null,
  access_ends_at timestamptz(3) not null,
  granted_at timestamptz(3) not null,
  renewed_at timestamptz(3) not null,
  lease_until timestamptz(3),
  version int not null default 1,
  primary key (owner_id, account_id),
  foreign key (owner_id, account_id) references account on delete cascade
);

-- One line of reading with a cursor of its own. `noun`: mail, calendar, people, tasks; `name` as the integration calls it
-- (of a calendar: its ref).
create table stream (
  owner_id uuid not null,
  account_id uuid not null,
  noun text not null check (noun in ('mail', 'calendar', 'people', 'tasks')),
  name text not null,
  kind text not null check (kind in ('fresh', 'past')),
  state text not null check (state in ('waiting', 'reading', 'current', 'over', 'off')),
  cursor text,
  cursor_at timestamptz(3),
  -- What a bounded reading from the start goes back to.
  since timestamptz(3),
  listed bigint not null default 0,
  stored bigint not null default 0,
  gone bigint not null default 0,
  -- What the provider counted last, and when it and we were compared.
  counted bigint,
  counted_at timestamptz(3),
  -- Why the last try failed; null when it went well.
  because text,
  tried_at timestamptz(3),
  succeeded_at timestamptz(3),
  resyncs int not null default 0,
  -- The last listing anew, which proves that nothing was missed, and how many it found that were.
  relisted_at timestamptz(3),
  found_late bigint not null default 0,
  version int not null default 1,
  primary key (owner_id, account_id, noun, name),
  foreign key (owner_id, account_id) references account on delete cascade
);

-- What was listed and not stored, counted by reason.
create table stream_skipped (
  owner_id uuid not null,
  account_id uuid not null,
  noun text not null,
  name text not null,
  because text not null,
  count bigint not null,
  example text,
  primary key (owner_id, account_id, noun, name, because),
  foreign key (owner_id, account_id, noun, name) references stream on delete cascade
);

-- The durable inbox: messages that were listed and are still to be read. They leave it when they are stored, gone or skipped;
-- a dead letter stays until the owner replays or drops it.
create table scan_item (
  owner_id uuid not null,
  account_id uuid not null,
  ref text not null,
  stream text not null,
  state text not null check (state in ('waiting', 'dead')),
  -- Lower is read earlier: fresh mail before the past.
  rank int not null,
  attempts int not null default 0,
  because text,
  listed_at timestamptz(3) not null,
  try_at timestamptz(3) not null,
  primary key (owner_id, account_id, ref),
  foreign key (owner_id, account_id) references account on delete cascade
);
create index scan_item_next on scan_item (owner_id, account_id, rank, try_at, ref) where state = 'waiting';

-- Where a scanned thing lies at its provider. A message is kept once for an owner, whatever accounts and files it was found
-- in, so the place names the account that the row was made for.
create table message_place (
  owner_id uuid not null,
  account_id uuid not null,
  ref text not null,
  message_account_id uuid not null,
  message_id uuid not null,
  thread_ref text,
  primary key (owner_id, account_id, ref),
  foreign key (owner_id, account_id) references account on delete cascade,
  foreign key (owner_id, message_account_id, message_id) references message on delete cascade
);
create index message_place_of on message_place (owner_id, message_id);
create index message_by_key on message (owner_id, natural_key);
-- Most questions name a message without its account.
create unique index message_by_id on message (owner_id, message_id);
create table event_place (
  owner_id uuid not null,
  account_id uuid not null,
  calendar text not null,
  ref text not null,
  event_id uuid not null,
  primary key (owner_id, account_id, calendar, ref),
  foreign key (owner_id, account_id, event_id) references event on delete cascade
);
create index event_place_of on event_place (owner_id, account_id, event_id);
create table card_place (
  owner_id uuid not null,
  account_id uuid not null,
  ref text not null,
  card_id uuid not null,
  primary key (owner_id, account_id, ref),
  foreign key (owner_id, account_id, card_id) references card on delete cascade
);
create index card_place_of on card_place (owner_id, account_id, card_id);

-- Calendars of a connected account: `name` is their ref there.
alter table calendar
  add column title text,
  add column is_main boolean not null default false,
  add column may_write boolean not null default false,
  -- Counts for free time and people; the owner chooses, at first as the provider shows it.
  add column is_chosen boolean not null default true,
  -- Since when it cannot be read: it is busy throughout until it can.
  add column unreadable_since timestamptz(3),
  add column because text;

-- Pace (integrations/pacer.ts). Keys belong to accounts or to the whole project, so no owner: they hold no one's data.
-- Instants as milliseconds with fractions, since a unit may be less than one.
create table pace (
  key text primary key,
  -- When the budget is full again, for all calls and for background ones alone.
  all_ms double precision not null,
  background_ms double precision not null,
  paused_until timestamptz(3),
  day date not null,
  spent double precision not null
);
create table pace_turn (
  key text not null,
  turn int not null,
  lease_until timestamptz(3) not null,
  holder uuid not null,
  primary key (key, turn)
);

-- Notifications that a provider was asked to send. Only hints.
create table push_channel (
  owner_id uuid not null,
  account_id uuid not null,
  channel_id uuid not null,
  noun text not null check (noun in ('mail', 'calendar')),
  name text not null,
  -- What the provider calls it; null while it is being made.
  ref text,
  resource_ref text,
  token_hash bytea not null unique,
  opened_at timestamptz(3),
  ends_at timestamptz(3),
  state text not null check (state in ('making', 'live', 'failed', 'stopping')),
  because text,
  told_at timestamptz(3),
  primary key (owner_id, account_id, channel_id),
  foreign key (owner_id, account_id) references account on delete cascade
);

-- What was written, or is to be, into the owner's own address book, task list or drafts (domain/write-back/written.ts). What
-- they deleted there is never made again.
create table written (
  owner_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('card', 'task', 'draft')),
  -- The contact of a card; the follow-up of a task or a draft.
  subject_id uuid not null,
  -- Kept in the thing itself, so that it is found again.
  key text not null,
  ref text,
  -- Of what was written last, and of what stood there before while nobody knows whether it was replaced.
  hash bytea not null,
  former_hash bytea,
  -- What it is about: of a task the day it is due, of a draft which letter it is.
  about text,
  state text not null check (state in ('wanted', 'unknown', 'standing', 'changed', 'closing', 'removing', 'missing', 'done', 'removed',
    'deleted', 'refused')),
  because text,
  attempts int not null default 0,
  changed_at timestamptz(3) not null,
  version int not null default 1,
  primary key (owner_id, account_id, kind, subject_id),
  unique (owner_id, account_id, key),
  foreign key (owner_id, account_id) references account on delete cascade
);
