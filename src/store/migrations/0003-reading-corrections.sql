-- What the owner said about the reading of a message, the cards that people attach to their mail, and where each thing
-- known of a person was read. Conventions as in 0001 (docs/decisions/0004).

-- The owner's word outranks the reading wherever that is used, and survives every new reading.
create table reading_correction (
  owner_id uuid not null,
  account_id uuid not null,
  message_id uuid not null,
  -- Who wrote it (M1), and what it means for an offer (M6): domain/reply/reading-correction.ts.
  kind text check (kind in ('person', 'auto_reply')),
  meaning text check (meaning in ('accept', 'counter', 'constraint', 'later', 'decline', 'question', 'opt_out', 'delegate', 'unclear')),
  corrected_at timestamptz(3) not null,
  primary key (owner_id, account_id, message_id),
  foreign key (owner_id, account_id, message_id) references message on delete cascade,
  check (kind is not null or meaning is not null)
);

-- The writer's own card among the attachments of a message (domain/contact/card.ts), for people who qualify.
create table message_card (
  owner_id uuid not null,
  account_id uuid not null,
  message_id uuid not null,
  body jsonb not null,
  primary key (owner_id, account_id, message_id),
  foreign key (owner_id, account_id, message_id) references message on delete cascade
);

-- What is known of a person, each with where it was read (M7, R2). Derived anew with the contact.
create table contact_field (
  owner_id uuid not null,
  contact_id uuid not null,
  field text not null check (field in ('name', 'company', 'title', 'phone', 'postal_address', 'link')),
  value text not null,
  source text not null check (source in ('address_book', 'list', 'display_name', 'attached_card', 'signature')),
  -- When the message was written that says so; null where it stands on a list.
  source_at timestamptz(3),
  -- The order within a field: the first is the one to use.
  position int not null,
  primary key (owner_id, contact_id, field, value),
  foreign key (owner_id, contact_id) references contact on delete cascade
);
