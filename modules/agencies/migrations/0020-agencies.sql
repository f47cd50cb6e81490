-- Everything here is dated by half-open periods: `valid_to` (`closed_on`) is the first day on which it no longer holds
-- ("thôi giữ từ ngày"). Only a delegation runs through its last day ("đến hết ngày"). `folded` holds the words without
-- case and marks, each after a space, so that the beginning of a word is found by LIKE '% word%'.

-- Record offices (cơ quan có văn thư): the tenants. `path` is the materialised tree, root first, ids joined by '/'.
create table agencies (
  id uuid primary key,
  parent_id uuid references agencies (id),
  path text not null,
  level text not null,
  name text not null,
  short_name text not null,
  place_name text not null,
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
  inside boolean not null,
  check (not inside or agency_id is not null)
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
create index issuer_identifiers_code on issuer_identifiers (code text_pattern_ops);
select dist_ref('issuer_identifiers');

-- `home_agency_id` made the person's login and looks after it: another office where he sits too may not reset it.
create table people (
  id uuid primary key,
  full_name text not null,
  phone text,
  home_agency_id uuid,
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
  given_at timestamptz not null,
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
  folded text not null,
  valid_from date not null,
  valid_to date,
  request_hash bytea not null,
  primary key (agency_id, id),
  check (valid_to >= valid_from)
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
  request_hash bytea not null,
  primary key (agency_id, id),
  check (valid_to >= valid_from)
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
  request_hash bytea not null,
  primary key (agency_id, id),
  check (not may_sign or written_basis is not null),
  check (valid_to >= valid_from),
  check (from_seat_id <> to_seat_id)
);
create index delegations_to on delegations (agency_id, to_seat_id);
create index delegations_from on delegations (agency_id, from_seat_id);
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
  request_hash bytea not null,
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
  request_hash bytea not null,
  primary key (agency_id, id)
);
select dist_tenant('phrases');
