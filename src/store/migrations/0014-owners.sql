-- Several owners in one installation: who looks after it, by which name each signs in, and who was asked to join.
-- Conventions as in 0001 (docs/decisions/0004).

-- operator: also looks after the installation and its owners.
alter table owner
  add column role text not null default 'owner' check (role in ('owner', 'operator')),
  -- As it is compared: in lower case. Set once others may join; two of one installation differ.
  add column sign_in_name text;
create unique index owner_by_sign_in_name on owner (sign_in_name);
update owner set role = 'operator'
  where owner_id = (select owner_id from owner order by created_at, owner_id limit 1);

-- Opens once, for whoever has the link. Made by an owner who is an operator, and taken along by their end.
create table owner_invitation (
  owner_id uuid not null references owner,
  invitation_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (owner_id, invitation_id)
);
create unique index owner_invitation_by_token on owner_invitation (token_hash);
