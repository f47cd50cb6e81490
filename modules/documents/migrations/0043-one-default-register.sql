-- What a client asked to create is kept with the row, as with every create: the same id with other content is refused.
-- Of the rows before this nobody knows; their hash fits nothing.
alter table registers add column request_hash bytea not null default '\x';

-- One register of a direction is the office's own. Two set up at once could both be it.
update registers r set is_default = false
where r.is_default and r.valid_to is null and exists (
  select from registers first where first.agency_id = r.agency_id and first.direction = r.direction
    and first.is_default and first.valid_to is null and first.code < r.code);
create unique index registers_one_default on registers (agency_id, direction) where is_default and valid_to is null;
