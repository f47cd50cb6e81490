-- Messages that arrived, each once: the key is the sender's message id. A state for a document that is not known yet
-- waits a day, then is shown as an oddity.
create table inbox (
  agency_id uuid not null,
  message_id uuid not null,
  from_agency_id uuid not null,
  kind text not null,
  document_id uuid not null,
  sequence integer not null,
  payload jsonb not null,
  received_at timestamptz not null,
  applied_at timestamptz,
  problem text,
  primary key (agency_id, message_id)
);
create index inbox_waiting on inbox (agency_id, received_at) where applied_at is null;
select dist_tenant('inbox');
