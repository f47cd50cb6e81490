-- A message bears the beginning of a file's text; the receiver reads the rest in the file itself. What came before is read
-- on too: a text of exactly the length at which messages cut was cut, or is read once for nothing.
alter table document_files add column text_cut boolean not null default false;

with cut as (
  update document_files f set text_cut = true
  from incoming_documents d
  where f.direction = 'incoming' and length(f.body_text) = 20000
    and d.agency_id = f.agency_id and d.id = f.document_id and d.carrier = 'inside'
  returning f.agency_id, f.document_id
)
insert into outbox (agency_id, id, kind, subject_id, payload, created_at, due_at, position)
select d.agency_id, gen_random_uuid(), 'documents.read-text', d.document_id, '{}', now(), now(),
  1 + coalesce((select max(o.position) from outbox o
    where o.agency_id = d.agency_id and o.subject_id = d.document_id and o.done_at is null), 0)
from (select distinct agency_id, document_id from cut) d;
