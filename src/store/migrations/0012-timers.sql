-- What is set while its work is running waits here until that run has ended.
alter table timer
  add column is_begun boolean not null default false,
  add column again_at timestamptz(3);
