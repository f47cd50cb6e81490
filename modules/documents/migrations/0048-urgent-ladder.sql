-- Who is told of an urgent arrival that nobody opens, and after how long; without rows the usual ladder holds.
create table urgent_rungs (
  agency_id uuid not null,
  ordinal integer not null,
  -- since the rung before, of the first since the arrival
  minutes integer not null check (minutes between 5 and 1440),
  roles jsonb not null,
  primary key (agency_id, ordinal)
);
select dist_tenant('urgent_rungs');

-- How many rungs were told of an arrival: each is told once, whatever is done twice after a crash.
alter table incoming_documents add column told_rungs smallint not null default 0;
-- The urgent ones stand on top of the lists of what is to be done.
create index incoming_urgent on incoming_documents (agency_id, state, arrived_at desc, id desc) where urgency > 0;
