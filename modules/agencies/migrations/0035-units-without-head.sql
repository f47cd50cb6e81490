-- Units that nobody leads today, over all agencies at work, for the operator: what is given to a unit is given to its head.
create function units_without_head(today date)
returns table (agency_id uuid, unit_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select u.agency_id, u.id, u.name from public.units u
  where u.valid_from <= today and (u.valid_to is null or u.valid_to > today)
    and exists (select from public.seats s where s.agency_id = u.agency_id and s.valid_from <= today
      and (s.valid_to is null or s.valid_to > today))
    and not exists (select from public.seats s where s.agency_id = u.agency_id and s.unit_id = u.id
      and s.standing <> 'staff' and s.valid_from <= today and (s.valid_to is null or s.valid_to > today))
  order by u.agency_id, u.ordinal, u.id limit 1000
$$;
