-- People found as the owner types, listed by key, and marked by what they are to the owner. Conventions as in 0001
-- (docs/decisions/0004).

-- Trigrams find a part of a word by an index, beside the owner's id.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Words of letters and digits in ASCII with a space before each (domain/contact/search.ts): other scripts are spelled out,
-- because a database whose locale does not know their letters makes no trigrams of them. The next discovery writes all anew.
update contact set search = ' ' || trim(regexp_replace(lower(search), '[^a-z0-9]+', ' ', 'g'));
insert into timer (owner_id, kind, subject_id, due_at) select owner_id, 'discover', owner_id, created_at from owner
  on conflict (owner_id, kind, subject_id) do update set due_at = excluded.due_at;
create index contact_by_words on contact using gin (owner_id, search gin_trgm_ops);

-- Each order ends with the id in the same direction, so that a page is one range of one index, read either way.
drop index contact_by_closeness;
drop index contact_by_name;
create index contact_by_closeness on contact (owner_id, closeness, contact_id);
-- Accents apart from their letters: É stands after E and before F.
create index contact_by_name on contact (owner_id, normalize(lower(name), nfd), contact_id);
create index contact_by_meeting on contact (owner_id, coalesce(met_at, '-infinity'), contact_id);
create index contact_by_conversation on contact (owner_id, coalesce(last_conversation_at, '-infinity'), contact_id);
create index contact_never_met on contact (owner_id, closeness, contact_id) where last_met_at is null;
create index contact_put_away on contact (owner_id, closeness, contact_id) where status in ('resting', 'dormant', 'archived', 'blocked');
create index contact_spoken_with on contact (owner_id, contact_id) where verification >= 3;
create index contact_choice_cadence on contact_choice (owner_id, contact_id) where body ? 'cadenceDays';

-- What the decisions found of a person that lists are filtered by: derived anew with them.
create table contact_mark (
  owner_id uuid not null,
  mark text not null check (mark in ('near', 'target')),
  contact_id uuid not null,
  primary key (owner_id, mark, contact_id),
  foreign key (owner_id, contact_id) references contact on delete cascade
);
create index contact_mark_of on contact_mark (owner_id, contact_id);
