-- Work given (giao việc) over any subject; documents use it first.
create table assignments (
  agency_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  parent_id uuid,
  from_seat_id uuid not null,
  -- who decided, when another typed it in (nhập hộ bút phê, xử lý thay)
  on_behalf_of uuid,
  entered_as text not null check (entered_as in ('self', 'from-paper', 'delegation', 'confirmed-proposal')),
  to_seat_id uuid,
  to_unit_id uuid,
  -- the place among those who got work at once
  ordinal integer not null,
  role text not null check (role in ('direct', 'lead', 'assist', 'inform')),
  text text not null,
  due_on date,
  state text not null check (state in ('open', 'in-progress', 'done', 'returned', 'withdrawn', 'replaced')),
  opened_at timestamptz,
  result text,
  return_reason text,
  urged_count integer not null default 0,
  urged_at timestamptz,
  urged_text text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, id),
  check (num_nonnulls(to_seat_id, to_unit_id) = 1)
);
create index assignments_subject on assignments (agency_id, subject_id);
create index assignments_seat on assignments (agency_id, to_seat_id, state, due_on);
create index assignments_unit on assignments (agency_id, to_unit_id, state, due_on);
create index assignments_from on assignments (agency_id, from_seat_id, state, due_on);
create index assignments_behalf on assignments (agency_id, on_behalf_of, state, due_on) where on_behalf_of is not null;
select dist_tenant('assignments');
alter table assignments add foreign key (agency_id, parent_id) references assignments (agency_id, id);

-- Asked-for and granted extensions (xin gia hạn, cho gia hạn), kept one by one.
create table assignment_extensions (
  agency_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  asked_due_on date not null,
  reason text not null,
  answered_by uuid,
  answered_at timestamptz,
  granted_due_on date,
  answer text,
  primary key (agency_id, id)
);
create index assignment_extensions_assignment on assignment_extensions (agency_id, assignment_id);
select dist_tenant('assignment_extensions');
alter table assignment_extensions add foreign key (agency_id, assignment_id) references assignments (agency_id, id);
