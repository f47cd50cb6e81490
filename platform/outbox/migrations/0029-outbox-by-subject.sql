-- Entries of one subject are worked off in their order: the first open one must be found quickly among many.
create index outbox_of_subject on outbox (agency_id, subject_id, created_at, id) where done_at is null;

-- What goes on failing, over all agencies, for the operator: ids, kinds and the error, nothing of what is sent.
create function stuck_entries(least_attempts integer)
returns table (agency_id uuid, id uuid, kind text, subject_id uuid, attempts integer, last_error text, created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select o.agency_id, o.id, o.kind, o.subject_id, o.attempts, o.last_error, o.created_at
  from public.outbox o where o.done_at is null and o.attempts >= least_attempts order by o.created_at, o.id limit 100
$$;
