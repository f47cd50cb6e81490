-- What was done long ago is found by when it was done, an agency at a time.
create index outbox_done on outbox (agency_id, done_at) where done_at is not null;
