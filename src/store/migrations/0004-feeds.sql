-- Published calendars that the owner follows (R11), and what is in them. Conventions as in 0001.

create table feed (
  owner_id uuid not null references owner,
  feed_id uuid not null,
  url text not null,
  name text not null,
  state text not null check (state in ('waiting', 'open', 'failing', 'ended')),
  -- Why it fails or ended, for the owner.
  because text,
  -- integrations/feed.ts, FeedValidators
  validators jsonb not null,
  skipped int not null default 0,
  read_at timestamptz(3),
  added_at timestamptz(3) not null,
  primary key (owner_id, feed_id),
  unique (owner_id, url)
);

-- One date of an event: each occurrence of a series is a row.
create table feed_event (
  owner_id uuid not null,
  feed_id uuid not null,
  uid text not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  title text not null,
  place text,
  link text,
  answer text check (answer in ('going', 'not_going')),
  -- The event of the owner's own calendar that stands for it while they are going.
  event_id uuid,
  primary key (owner_id, feed_id, uid, starts_at),
  foreign key (owner_id, feed_id) references feed on delete cascade
);
create index feed_event_by_time on feed_event (owner_id, starts_at);
