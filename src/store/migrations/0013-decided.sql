-- What the last decision found of the plan and of people beside their follow-ups: pages show it without deciding anew.
-- It is derived with each decision. Conventions as in 0001 (docs/decisions/0004).

-- Whom an item of the plan asked and will ask, in the order in which it is told.
create table plan_line (
  owner_id uuid not null,
  plan_item_id uuid not null,
  place int not null,
  -- asked: an answer may still come; passed: it went on without a meeting; next: not asked yet, the best first.
  standing text not null check (standing in ('asked', 'passed', 'next')),
  contact_id uuid not null,
  because jsonb not null,
  primary key (owner_id, plan_item_id, place),
  foreign key (owner_id, plan_item_id) references plan_item on delete cascade,
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create index plan_line_of on plan_line (owner_id, contact_id);

-- Why an item asks nobody now.
alter table plan_item add column waits jsonb;

-- resting: left in peace, until then or for good; quiet: much was written and nothing said.
create table person_standing (
  owner_id uuid not null,
  contact_id uuid not null,
  standing text not null check (standing in ('resting', 'quiet')),
  until timestamptz(3),
  because jsonb not null,
  primary key (owner_id, contact_id, standing),
  foreign key (owner_id, contact_id) references contact on delete cascade
);

-- Of what a decision said and looked at, the time of day left out: the same again keeps its record.
alter table decision add column fingerprint text;

-- Talks are counted by day and by person, among twenty times as many messages.
create index interaction_talk on interaction (owner_id, at, contact_id, mode) where depth = 'conversation';

-- A guest of several may say no in the calendar itself.
alter table answer drop constraint answer_source_check;
alter table answer add constraint answer_source_check check (source in ('mail', 'pasted', 'page', 'calendar'));

-- Decided at once, so that no page is empty until tomorrow.
insert into timer (owner_id, kind, subject_id, due_at) select owner_id, 'decide_follow_ups', owner_id, created_at from owner
  on conflict (owner_id, kind, subject_id) do update set due_at = excluded.due_at;
