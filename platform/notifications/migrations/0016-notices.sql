-- A seat is one person's post, so the seat names the person too.
create table notices (
  agency_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  detail jsonb not null default '{}',
  once_key text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, seat_id, once_key)
);
create index notices_seat on notices (agency_id, seat_id, created_at desc);
select dist_tenant('notices');
