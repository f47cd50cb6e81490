-- Who changes a year says which version he saw: two who enter the same notice do not overwrite each other unseen.
alter table calendar_years add column version integer not null default 1;
