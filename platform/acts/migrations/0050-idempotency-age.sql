-- Old keys are found by their age, an agency at a time.
create index idempotency_age on idempotency (agency_id, at);
