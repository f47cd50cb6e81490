create index sessions_end on sessions (expires_at);
create index sign_in_failures_age on sign_in_failures (last_at);

-- Wrong tries over all logins in the window that is running: of a network ('network:<address>'), and of all ('all').
create table sign_in_ceilings (
  scope text primary key,
  failures integer not null,
  began_at timestamptz not null
);
select dist_keyed('sign_in_ceilings', 'scope');
create index sign_in_ceilings_age on sign_in_ceilings (began_at);

-- Where a login was rightly signed in lately: there the ceilings do not hold, for whoever guesses at other logins from the
-- same address must not shut its people out.
create table sign_in_places (
  login text not null,
  network text not null,
  last_at timestamptz not null,
  primary key (login, network)
);
select dist_keyed('sign_in_places', 'login');
create index sign_in_places_age on sign_in_places (last_at);
