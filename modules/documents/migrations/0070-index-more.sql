-- What documents are found by has grown (arrival number, who issued, drafted and receives, chair, annexes of written letters;
-- zeros before a number no longer count): each is indexed anew, the newest first. Twenty a second, so that what people send
-- meanwhile does not wait behind it.
insert into outbox (agency_id, id, kind, subject_id, payload, created_at, due_at, position)
select d.agency_id, gen_random_uuid(), 'documents.index', gen_random_uuid(),
  jsonb_build_object('direction', d.direction, 'documentId', d.id), now(),
  now() + row_number() over (partition by d.agency_id order by d.at desc) * interval '50 milliseconds', 1
from (
  select agency_id, id, arrived_at as at, 'incoming' as direction from incoming_documents
  union all
  select agency_id, id, created_at, 'outgoing' from outgoing_documents
) d;

-- A draft of Word files alone says what they say.
update outgoing_versions v set body_text = f.body_text
from document_files f
where v.content is null and v.main_file_id is null and v.body_text = '' and f.body_text <> ''
  and f.agency_id = v.agency_id and f.id = v.source_file_id;

-- The pages of a document are those of its text and its annexes, also once it was frozen.
update outgoing_documents d set pages = made.pages + annexes.pages
from document_files made, lateral (
  select coalesce(sum(a.pages), 0)::integer as pages from document_files a
  where a.agency_id = made.agency_id and a.document_id = made.document_id and a.version = made.version and a.role = 'annex'
) annexes
where made.agency_id = d.agency_id and made.id = coalesce(d.numbered_file_id, d.frozen_file_id)
  and annexes.pages > 0 and made.pages is not null;
