-- The place of an entry in its document's history, as migration 0030 gave it to the outbox: `at` is the time at which its
-- transaction began, so two acts that waited for one document stood the wrong way round, and the ids of one millisecond lie
-- in no order at all. The place is taken while the document is locked: it is the order in which the acts took effect.
alter table document_history add column position integer not null default 1;
alter table document_history alter column position drop default;
update document_history set position = placed.position
from (
  select agency_id, id, row_number() over (partition by agency_id, document_id order by at, id) as position
  from document_history
) placed
where document_history.agency_id = placed.agency_id and document_history.id = placed.id;
drop index document_history_document;
create index document_history_document on document_history (agency_id, document_id, position);
