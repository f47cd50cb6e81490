-- A series of numbers (NĐ 30/2020 Điều 15, 22): of an issuer, for a kind of document, per year or per Party term.
create table series (
  agency_id uuid not null,
  id uuid not null,
  issuer_id uuid not null,
  direction text not null check (direction in ('incoming', 'outgoing', 'copy')),
  name text not null,
  -- which document types draw their number here; empty: all of the issuer that no other series names
  type_codes jsonb not null default '[]',
  period_kind text not null check (period_kind in ('year', 'term')),
  notation_template text not null,
  start_number integer not null default 1,
  basis text not null,
  valid_from date not null,
  valid_to date,
  primary key (agency_id, id)
);
select dist_tenant('series');

-- The counter of a series in one period. It is the last row an act touches: whoever waits for a number waits here.
create table series_periods (
  agency_id uuid not null,
  series_id uuid not null,
  period text not null,
  last_number integer not null,
  last_date date not null,
  -- false until the clerk has stated the last number on paper (at first use, after a restore)
  opened boolean not null default false,
  closed_at timestamptz,
  primary key (agency_id, series_id, period)
);
select dist_tenant('series_periods');

-- A number is a row; gapless means that every number up to the counter has one.
create table series_numbers (
  agency_id uuid not null,
  series_id uuid not null,
  period text not null,
  number integer not null,
  suffix text not null default '',
  state text not null check (state in ('given', 'reserved', 'entered', 'cancelled', 'missing')),
  dated_on date not null,
  subject_type text,
  subject_id uuid,
  seat_id uuid,
  reason text,
  reserved_until date,
  at timestamptz not null,
  primary key (agency_id, series_id, period, number, suffix)
);
create index series_numbers_subject on series_numbers (agency_id, subject_id);
select dist_tenant('series_numbers');
