-- What must happen elsewhere, written by the act that wants it, worked off by the relay and retried with a capped back-off.
create table outbox (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  payload jsonb not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  done_at timestamptz,
  primary key (agency_id, id)
);
create index outbox_open on outbox (agency_id, due_at, id) where done_at is null;
create index outbox_waiting on outbox (due_at) where done_at is null;
select dist_tenant('outbox');

-- The only look over all agencies: ids of those with work, nothing else.
create function agencies_with_work() returns table (agency_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$ select distinct o.agency_id from public.outbox o where o.done_at is null and o.due_at <= now() $$;
