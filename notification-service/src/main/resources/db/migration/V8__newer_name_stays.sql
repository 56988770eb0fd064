-- What a department is called, by when that was told: an older catalogue that is heard again renames nobody.
alter table department add column told_at timestamptz not null default '-infinity';
alter table department alter told_at drop default;
