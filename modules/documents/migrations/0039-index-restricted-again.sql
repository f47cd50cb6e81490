-- Restricted documents that came before they had an index of their own (0034) are found by nobody, not even their readers.
-- What they are found by is made by the program, not by SQL: each gets a row of work, which is done once the server runs,
-- goes on after a crash, and is shown when it is stuck.
insert into outbox (agency_id, id, kind, subject_id, payload, created_at, due_at, position)
select d.agency_id, gen_random_uuid(), 'documents.index', d.id, jsonb_build_object('direction', d.direction), now(), now(),
  1 + coalesce((select max(o.position) from outbox o
    where o.agency_id = d.agency_id and o.subject_id = d.id and o.done_at is null), 0)
from (
  select agency_id, id, 'incoming' as direction from incoming_documents where restricted
  union all
  select agency_id, id, 'outgoing' from outgoing_documents where restricted
) d
where not exists (
  select from document_search_restricted s where s.agency_id = d.agency_id and s.document_id = d.id);
