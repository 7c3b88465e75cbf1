-- Letters that the owner asks for beside the clocks: two people introduced, a small group invited, word of being late.
-- Conventions as in 0001.

-- Tells several of one kind to one person apart: the other of the two, the time of the group, the meeting. '' for what a
-- clock asks for.
alter table follow_up add column about text not null default '';
alter table follow_up drop constraint follow_up_owner_id_contact_id_kind_key;
alter table follow_up add unique (owner_id, contact_id, kind, about);

-- Who else reads it: the other one of an introduction.
alter table draft add column also_to text[] not null default '{}';
