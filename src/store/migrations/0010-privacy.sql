-- What owners take along and what they take away: exports of everything, the erasure of everything, and what a setting was
-- before. Conventions as in 0001 (docs/decisions/0004).

-- One writing of everything that is kept of an owner into one file of the outbox.
create table data_export (
  owner_id uuid not null references owner,
  export_id uuid not null,
  state text not null check (state in ('waiting', 'writing', 'ready', 'stopped', 'failed', 'removed')),
  because text,
  -- The file inside that is being written.
  part text,
  rows_done bigint not null default 0,
  -- As counted when the writing began.
  rows_total bigint not null default 0,
  bytes bigint not null default 0,
  -- Of the run that writes: an older one that still lives gives way.
  run int not null default 0,
  begun_at timestamptz(3) not null,
  ended_at timestamptz(3),
  -- Then the file goes.
  kept_until timestamptz(3),
  primary key (owner_id, export_id)
);
create unique index data_export_one_at_a_time on data_export (owner_id) where state in ('waiting', 'writing');

-- The owner erases everything; the row goes last, with the owner.
create table erasure (
  owner_id uuid primary key references owner,
  asked_at timestamptz(3) not null,
  -- Coming meetings are called off first, and what was written into the accounts is taken away as far as it stands unchanged.
  clears_accounts boolean not null,
  -- The hashes of who is not to be contacted outlive it.
  keeps_stops boolean not null,
  rows_gone bigint not null default 0
);

-- An owner who erases everything takes the audit along; nobody else takes a line out of it.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from erasure where erasure.owner_id = old.owner_id) then
      return old;
    end if;
  end if;
  raise exception 'the audit is append-only';
end $$;

-- What a setting was before each of its last changes, so that the owner can go back; null where it was not set.
create table setting_change (
  owner_id uuid not null references owner,
  name text not null,
  number int not null,
  value_before jsonb,
  at timestamptz(3) not null,
  primary key (owner_id, name, number)
);
