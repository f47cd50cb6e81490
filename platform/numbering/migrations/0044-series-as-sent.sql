-- What a client asked to create is kept with the row, as with every create: the same id with other content is refused.
-- Of the rows before this nobody knows; their hash fits nothing.
alter table series add column request_hash bytea not null default '\x';
