-- The place of an entry among those of its subject. The time of writing is the time at which its transaction began, so two
-- acts that waited for one row had theirs the wrong way round, and ids made in one millisecond lie in no order at all. The
-- place is taken while the subject's own row is locked: it is the order in which the acts took effect.
alter table outbox add column position integer not null default 1;
alter table outbox alter column position drop default;
update outbox set position = placed.position
from (
  select agency_id, id, row_number() over (partition by agency_id, subject_id order by created_at, id) as position
  from outbox where done_at is null
) placed
where outbox.agency_id = placed.agency_id and outbox.id = placed.id;
drop index outbox_of_subject;
create index outbox_of_subject on outbox (agency_id, subject_id, position) where done_at is null;
