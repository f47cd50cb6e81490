-- Record offices (cơ quan có văn thư): the tenants. `path` is the materialised tree, root first, ids joined by '/'.
create table agencies (
  id uuid primary key,
  parent_id uuid references agencies (id),
  path text not null,
  level text not null,
  name text not null,
  short_name text not null,
  place_name text not null,
  folded text not null,
  opened_on date not null,
  closed_on date,
  successor_id uuid references agencies (id),
  support_name text,
  support_phone text
);
create index agencies_path on agencies (path text_pattern_ops);
select dist_ref('agencies');

-- Who issues documents and is addressed by them. One office may serve several (UBND and HĐND of a commune).
create table issuers (
  id uuid primary key,
  agency_id uuid references agencies (id),
  kind text not null,
  ordinal integer not null default 1,
  opened_on date not null,
  closed_on date,
  -- bodies outside this installation are addressees too: reached on paper or by mail
  inside boolean not null default true
);
create index issuers_agency on issuers (agency_id);
select dist_ref('issuers');

create table issuer_names (
  issuer_id uuid not null references issuers (id),
  valid_from date not null,
  valid_to date,
  name text not null,
  short_name text not null,
  letterhead jsonb not null default '[]',
  abbreviation text not null,
  place_name text not null,
  folded text not null,
  primary key (issuer_id, valid_from)
);
create index issuer_names_folded on issuer_names using gin (folded gin_trgm_ops);
select dist_ref('issuer_names');

create table issuer_identifiers (
  code text not null,
  valid_from date not null,
  issuer_id uuid not null references issuers (id),
  scheme text not null check (scheme in ('qd20', 'qcvn102')),
  valid_to date,
  test_range boolean not null default false,
  primary key (code, valid_from)
);
create index issuer_identifiers_issuer on issuer_identifiers (issuer_id);
select dist_ref('issuer_identifiers');

create table people (
  id uuid primary key,
  full_name text not null,
  folded text not null,
  phone text,
  created_at timestamptz not null default now()
);
select dist_keyed('people', 'id');

-- Where a person sits, for signing in: a person's seats may lie in several agencies.
create table person_seats (
  person_id uuid not null,
  seat_id uuid not null,
  agency_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (person_id, seat_id)
);
select dist_keyed('person_seats', 'person_id');

-- Those who run the installation; they hold no seat and read no document.
create table installation_administrators (
  person_id uuid primary key,
  valid_from date not null,
  valid_to date
);
select dist_keyed('installation_administrators', 'person_id');

create table units (
  agency_id uuid not null,
  id uuid not null,
  parent_id uuid,
  name text not null,
  abbreviation text not null,
  kind text not null check (kind in ('leadership', 'office', 'department', 'centre', 'village')),
  ordinal integer not null,
  valid_from date not null,
  valid_to date,
  primary key (agency_id, id)
);
select dist_tenant('units');
alter table units add foreign key (agency_id, parent_id) references units (agency_id, id);

-- A seat: a person's post in an agency, from–to.
create table seats (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  full_name text not null,
  unit_id uuid not null,
  issuer_id uuid not null,
  role text not null check (role in ('clerk', 'leader', 'office-head', 'unit-head', 'specialist', 'village-head', 'agency-admin', 'auditor')),
  standing text not null check (standing in ('head', 'deputy', 'deputy-in-charge', 'acting-head', 'unit-head', 'unit-deputy', 'staff')),
  title text not null,
  folded text not null,
  ordinal integer not null default 100,
  valid_from date not null,
  valid_to date,
  primary key (agency_id, id)
);
create index seats_unit on seats (agency_id, unit_id);
create index seats_person on seats (agency_id, person_id);
select dist_tenant('seats');
alter table seats add foreign key (agency_id, unit_id) references units (agency_id, id);

-- Standing in for another (ủy quyền xử lý); signing only with a written authorisation (NĐ 30 Điều 13.3).
create table delegations (
  agency_id uuid not null,
  id uuid not null,
  from_seat_id uuid not null,
  to_seat_id uuid not null,
  scope text not null check (scope in ('all', 'incoming', 'outgoing')),
  may_sign boolean not null default false,
  written_basis text,
  valid_from date not null,
  valid_to date not null,
  ended_at timestamptz,
  primary key (agency_id, id),
  check (not may_sign or written_basis is not null)
);
create index delegations_to on delegations (agency_id, to_seat_id);
select dist_tenant('delegations');
alter table delegations add foreign key (agency_id, from_seat_id) references seats (agency_id, id);
alter table delegations add foreign key (agency_id, to_seat_id) references seats (agency_id, id);

-- Saved groups of recipients (nhóm nơi nhận); without an owner they are the agency's.
create table recipient_groups (
  agency_id uuid not null,
  id uuid not null,
  owner_seat_id uuid,
  name text not null,
  created_at timestamptz not null,
  primary key (agency_id, id)
);
select dist_tenant('recipient_groups');
create table recipient_group_members (
  agency_id uuid not null,
  group_id uuid not null,
  ordinal integer not null,
  issuer_id uuid,
  unit_id uuid,
  seat_id uuid,
  primary key (agency_id, group_id, ordinal),
  check (num_nonnulls(issuer_id, unit_id, seat_id) = 1)
);
select dist_tenant('recipient_group_members');
alter table recipient_group_members add foreign key (agency_id, group_id) references recipient_groups (agency_id, id);

-- Frequent phrases (câu hay dùng) of a seat, or of the agency.
create table phrases (
  agency_id uuid not null,
  id uuid not null,
  seat_id uuid,
  text text not null,
  ordinal integer not null,
  primary key (agency_id, id)
);
select dist_tenant('phrases');
