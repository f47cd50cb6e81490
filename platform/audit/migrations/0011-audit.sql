-- Every change leaves a row in its own transaction. `salt` makes the leaf SHA-256(salt ‖ canonical row) impossible to
-- guess, so that a lawful deletion of row and salt leaves nothing but the leaf.
create table audit_entries (
  agency_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  act text not null,
  person_id uuid,
  seat_id uuid,
  on_behalf_of uuid,
  subject_type text not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb,
  request_id text not null,
  network text not null,
  salt bytea not null,
  primary key (agency_id, id)
);
create index audit_entries_subject on audit_entries (agency_id, subject_id, at);
select dist_tenant('audit_entries');
select append_only('audit_entries');

-- What the sealing job has not yet put into the Merkle log; rows commit out of order, so "id greater than the last"
-- would miss some: the queue names each.
create table audit_unsealed (
  agency_id uuid not null,
  audit_id uuid not null,
  primary key (agency_id, audit_id)
);
select dist_tenant('audit_unsealed');

-- Who read what: views and downloads of a document (NĐ 30 Phụ lục VI, III.5đ, III.6l).
create table access_log (
  agency_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  seat_id uuid not null,
  document_id uuid not null,
  file_id uuid,
  kind text not null check (kind in ('view', 'file', 'print')),
  request_id text not null,
  network text not null,
  primary key (agency_id, id)
);
create index access_log_document on access_log (agency_id, document_id, at);
select dist_tenant('access_log');
select append_only('access_log');
