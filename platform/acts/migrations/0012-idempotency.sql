-- The first statement of an act's transaction inserts its key: a second sender waits for the first, then finds the row.
create table idempotency (
  agency_id uuid not null,
  seat_id uuid not null,
  key text not null,
  act text not null,
  request_hash bytea not null,
  result_id uuid,
  at timestamptz not null,
  primary key (agency_id, seat_id, key)
);
select dist_tenant('idempotency');
