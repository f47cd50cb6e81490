-- Who decided a recall (NĐ 30/2020 Phụ lục VI, III.8c keeps its facts): here the seat, at a receiver the name and title
-- that the sender told. Of recalls before this nobody knows.
alter table outgoing_documents add column recall_ordered_by uuid;
alter table incoming_documents add column recall_ordered_by text;
