-- What the follow-up engine remembers beside what it can derive: the owner's choices about people, facts with their
-- sources, the months' plans and who was asked for which part, what was logged by hand, lists, letters of the owner's own.
-- Conventions as in 0001 (docs/decisions/0004).

-- Each time that a series took place is an interaction of its own.
alter table interaction drop constraint interaction_pkey;
alter table interaction add primary key (owner_id, contact_id, source_kind, source_id, at);

-- What the owner decided about a person. Outlives every new reading; one row a person, absent fields are not decided.
create table contact_choice (
  owner_id uuid not null,
  contact_id uuid not null,
  -- domain/contact/choices.ts, parsed by zod.
  body jsonb not null,
  version int not null default 1,
  changed_at timestamptz(3) not null,
  primary key (owner_id, contact_id),
  foreign key (owner_id, contact_id) references contact on delete cascade
);

-- Sourced, dated statements about a person (domain/fact/fact.ts). Found ones are derived anew; said ones are the owner's.
create table fact (
  owner_id uuid not null,
  fact_id uuid not null,
  contact_id uuid not null,
  kind text not null,
  -- Ready to stand in a sentence of its language.
  text text not null,
  -- The sentence it was read from.
  quote text not null,
  locale text not null,
  said_by text not null check (said_by in ('owner', 'person', 'calendar')),
  said_at timestamptz(3) not null,
  due_on date,
  until_on date,
  place text,
  source_kind text not null check (source_kind in ('message', 'event', 'card', 'logged', 'owner')),
  source_id text not null,
  confidence real not null,
  -- refused: the owner said that it is wrong; it is never found again.
  state text not null check (state in ('open', 'done', 'refused')),
  changed_at timestamptz(3) not null,
  text_kept_until timestamptz(3),
  primary key (owner_id, fact_id),
  unique (owner_id, contact_id, kind, source_kind, source_id, text),
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create index fact_of_contact on fact (owner_id, contact_id);
create index fact_due on fact (owner_id, due_on) where state = 'open' and due_on is not null;

-- Gives and asks, either way (R12, R39): what the owner gave or asked, what the person gave or asked.
create table ledger_entry (
  owner_id uuid not null,
  entry_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('gave', 'received', 'asked', 'was_asked')),
  -- referral: a person or business was sent; introduction, help, advice, meeting.
  about text not null check (about in ('referral', 'introduction', 'help', 'advice', 'meeting')),
  text text not null,
  other_contact_id uuid,
  at timestamptz(3) not null,
  source_kind text not null check (source_kind in ('fact', 'draft', 'owner')),
  source_id text not null,
  primary key (owner_id, entry_id),
  unique (owner_id, contact_id, kind, source_kind, source_id),
  foreign key (owner_id, contact_id) references contact on delete cascade
);

-- A month's quotas, in the owner's zone; month is its first day.
create table plan (
  owner_id uuid not null references owner,
  month date not null,
  quotas jsonb not null,
  chosen_at timestamptz(3) not null,
  primary key (owner_id, month)
);

create table plan_item (
  owner_id uuid not null,
  plan_item_id uuid not null,
  month date not null,
  meeting text not null check (meeting in ('coffee', 'lunch', 'call', 'check_in', 'advice_call', 'group')),
  -- Which of the month's items of this meeting type, from 1.
  number int not null,
  state text not null check (state in ('open', 'inviting', 'booked', 'took_place', 'missed', 'dropped')),
  contact_id uuid,
  -- When it is or was, and the event behind it.
  starts_at timestamptz(3),
  event_id uuid,
  because jsonb not null,
  version int not null default 1,
  changed_at timestamptz(3) not null,
  primary key (owner_id, plan_item_id),
  unique (owner_id, month, meeting, number),
  foreign key (owner_id, month) references plan on delete cascade
);
create index plan_item_open on plan_item (owner_id, month) where state in ('open', 'inviting', 'booked');

-- A person in a sequence: one invitation, its nudges, and how it ended.
create table enrolment (
  owner_id uuid not null,
  enrolment_id uuid not null,
  contact_id uuid not null,
  plan_item_id uuid,
  -- Which follow-up asked for it.
  kind text not null,
  state text not null check (state in ('active', 'paused', 'exited')),
  paused_until timestamptz(3),
  exit_reason text check (exit_reason in ('replied', 'booked', 'declined', 'opted_out', 'bounced', 'left_company',
    'user_wrote', 'satisfied', 'exhausted', 'cancelled')),
  -- What was sent, and what they answered: domain/plan/enrolment.ts, oldest first. The state is read from them anew.
  steps jsonb not null,
  answers jsonb not null default '[]',
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  version int not null default 1,
  changed_at timestamptz(3) not null,
  primary key (owner_id, enrolment_id),
  foreign key (owner_id, contact_id) references contact on delete cascade,
  foreign key (owner_id, plan_item_id) references plan_item on delete set null (plan_item_id)
);
create unique index enrolment_once on enrolment (owner_id, contact_id) where state in ('active', 'paused');
create index enrolment_of_item on enrolment (owner_id, plan_item_id);

-- What a follow-up asks for next: which letter of its sequence, for which kind of meeting, until when it must take place,
-- and whether by letter, by a call or by a note on paper.
alter table follow_up
  add column step text check (step in ('invitation', 'nudge', 'closing_note')),
  add column meeting text check (meeting in ('coffee', 'lunch', 'call', 'check_in', 'advice_call', 'group')),
  add column plan_item_id uuid,
  add column meet_until timestamptz(3),
  add column way text not null default 'letter' check (way in ('letter', 'call', 'post'));

-- What the owner logged by one tap: a call, a text, a note on a social network, a card posted, a letter sent by hand (R35).
create table logged (
  owner_id uuid not null,
  logged_id uuid not null,
  contact_id uuid not null,
  mode text not null check (mode in ('in_person', 'video', 'phone', 'email', 'text', 'social', 'post')),
  direction text not null check (direction in ('inbound', 'outbound', 'mutual')),
  -- talked, voicemail, no_answer, later, sent, posted, commented, met, no_show
  outcome text not null,
  at timestamptz(3) not null,
  note text,
  draft_id uuid,
  primary key (owner_id, logged_id),
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create index logged_of_contact on logged (owner_id, contact_id, at);

-- People or roles the owner needs to meet (R4), and companies to get into (R6).
create table wanted (
  owner_id uuid not null references owner,
  wanted_id uuid not null,
  -- domain/contact/wanted.ts
  body jsonb not null,
  noted_on date not null,
  -- Who turned up, where and why it is taken to be them (domain/contact/wanted.ts); derived anew, appeared_at is when first.
  appeared jsonb,
  appeared_contact_id uuid,
  appeared_at timestamptz(3),
  primary key (owner_id, wanted_id)
);
create table target_company (
  owner_id uuid not null references owner,
  company_id uuid not null,
  name text not null,
  domains text[] not null,
  missing_role text,
  noted_on date not null,
  primary key (owner_id, company_id),
  unique (owner_id, name)
);

-- Recurring bodies of people (R10), and places online where the owner takes part (R44, url set).
create table contact_group (
  owner_id uuid not null references owner,
  group_id uuid not null,
  name text not null,
  -- The series that it was seen in, or a link.
  event_uid text,
  url text,
  state text not null check (state in ('suggested', 'accepted', 'refused')),
  -- Members with profession and seat: domain/contact/group.ts
  body jsonb not null,
  last_reminded_on date,
  changed_at timestamptz(3) not null,
  primary key (owner_id, group_id)
);
create unique index contact_group_of_series on contact_group (owner_id, event_uid) where event_uid is not null;

-- What was asked after an event, and the answer (R11, R37).
create table debrief (
  owner_id uuid not null,
  debrief_id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('meeting', 'large_event')),
  title text not null,
  place text,
  -- Of a series: which of its times.
  ended_at timestamptz(3) not null,
  state text not null check (state in ('asked', 'answered', 'skipped')),
  -- domain/day/debrief.ts
  answer jsonb,
  changed_at timestamptz(3) not null,
  primary key (owner_id, debrief_id),
  unique (owner_id, event_id, ended_at)
);

-- The daily round (R23): what it offered, what was done, how long it took; items carry how often they were rolled over.
create table sitting (
  owner_id uuid not null references owner,
  day date not null,
  budget_minutes int not null,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  spent_seconds int not null default 0,
  done int not null default 0,
  -- The ids of what was offered, in order: domain/day/sitting.ts
  offered jsonb not null,
  primary key (owner_id, day)
);
create table rollover (
  owner_id uuid not null references owner,
  item_key text not null,
  times int not null,
  last_day date not null,
  primary key (owner_id, item_key)
);

-- The owner's own versions of letters.
create table letter_template (
  owner_id uuid not null references owner,
  kind text not null,
  voice text not null check (voice in ('business', 'friend')),
  locale text not null,
  text text not null,
  version int not null default 1,
  saved_at timestamptz(3) not null,
  primary key (owner_id, kind, voice, locale)
);
