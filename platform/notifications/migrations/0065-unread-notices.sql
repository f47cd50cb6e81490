-- Opening a document answers what its seat was told of it: what is unread is found by its subject.
create index notices_unread on notices (agency_id, seat_id, subject_id) where read_at is null;
