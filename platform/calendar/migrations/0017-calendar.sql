-- Days off and worked Saturdays as the yearly notices give them: never computed.
create table calendar_days (
  date date primary key,
  kind text not null check (kind in ('off', 'work')),
  name text not null,
  basis text not null
);
select dist_ref('calendar_days');

-- The years for which a notice was loaded: outside them no deadline is proposed.
create table calendar_years (
  year integer primary key,
  basis text not null
);
select dist_ref('calendar_years');
