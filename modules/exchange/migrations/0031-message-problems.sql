-- Messages that found nothing to apply to, over all agencies, for the operator: ids, kinds and why, nothing of what they say.
create function message_problems(since timestamptz)
returns table (agency_id uuid, message_id uuid, from_agency_id uuid, kind text, problem text, received_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select i.agency_id, i.message_id, i.from_agency_id, i.kind, i.problem, i.received_at
  from public.inbox i where i.problem is not null and i.received_at >= since order by i.received_at, i.message_id limit 100
$$;
drop index inbox_waiting;
create index inbox_problems on inbox (received_at) where problem is not null;
