-- A meeting of three to six that is asked, answered and booked together (R11). Its one offer, its holds and its booking bear the
-- group's id. Conventions as in 0001 (docs/decisions/0004).

create table group_meeting (
  owner_id uuid not null references owner,
  group_id uuid not null,
  state text not null check (state in ('asking', 'booked', 'called_off', 'lapsed')),
  -- What about, which way, where, how long, at which times (domain/booking/group.ts).
  body jsonb not null,
  because jsonb not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (owner_id, group_id)
);

-- Who is asked to it, and what they answered for themselves.
create table group_member (
  owner_id uuid not null,
  group_id uuid not null,
  contact_id uuid not null,
  -- In the owner's order.
  position int not null,
  -- Without them it does not take place.
  is_required boolean not null,
  -- left_out: the owner goes on without them, or they are not to be written to.
  answer text not null check (answer in ('waiting', 'suits', 'declined', 'left_out')),
  -- Of the group's times, the starts that suit them; empty when none does.
  suits jsonb not null default '[]',
  because jsonb not null,
  answered_at timestamptz(3),
  version int not null default 1,
  primary key (owner_id, group_id, contact_id),
  foreign key (owner_id, group_id) references group_meeting on delete cascade,
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create index group_member_of_contact on group_member (owner_id, contact_id);

-- The letters that asked them, as they left: each has a link of its own to the same offer.
create table group_letter (
  owner_id uuid not null,
  draft_id uuid not null,
  group_id uuid not null,
  contact_id uuid not null,
  follow_up_id uuid not null,
  -- Of the public link; null where none was written.
  token_hash bytea,
  sent_at timestamptz(3) not null,
  primary key (owner_id, draft_id),
  foreign key (owner_id, group_id, contact_id) references group_member on update cascade on delete cascade
);
create index group_letter_of_member on group_letter (owner_id, contact_id, sent_at);
create index group_letter_by_token on group_letter (token_hash) where token_hash is not null;

-- One offer at a time stands for a group, and at most one hour is promised to it.
create unique index offer_of_group on offer (owner_id, group_id) where group_id is not null and state in ('open', 'accepted', 'countered');
create unique index booking_once_a_group on booking (owner_id, group_id)
  where group_id is not null and state in ('claiming', 'pending', 'confirmed') and rescheduled_from is null;

-- noted: which of a group's times suit them.
alter table answer drop constraint answer_led_to_check;
alter table answer add constraint answer_led_to_check
  check (led_to in ('booked', 'proposed', 'new_times', 'parked', 'stopped', 'asked_owner', 'noted', 'nothing'));
