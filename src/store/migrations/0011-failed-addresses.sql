-- Mailboxes from which a letter came back, and that the owner wants written to no more. By address, so that it holds whatever
-- person the address is found to belong to. Conventions as in 0001 (docs/decisions/0004).

create table failed_address (
  owner_id uuid not null references owner,
  address text not null,
  -- Where the owner writes to them from then on.
  instead text not null,
  -- The letter that came back, and when it had left.
  draft_id uuid not null,
  sent_at timestamptz(3) not null,
  because jsonb not null,
  noted_at timestamptz(3) not null,
  primary key (owner_id, address)
);
