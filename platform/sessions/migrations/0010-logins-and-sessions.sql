-- Signing in is global: one person has one login, whatever agencies his seats are in.
create table logins (
  login text primary key,
  person_id uuid not null,
  password_hash text not null,
  must_change_password boolean not null default true,
  password_changed_at timestamptz not null default now(),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create index logins_person on logins (person_id);
select dist_keyed('logins', 'login');

-- The cookie's token is never stored, only its SHA-256.
create table sessions (
  token_hash bytea primary key,
  id uuid not null,
  person_id uuid not null,
  login text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  network text not null,
  device text not null
);
create index sessions_person on sessions (person_id);
select dist_keyed('sessions', 'token_hash');

-- One row per login and network: slowing a stranger down never locks the owner out of his own network.
create table sign_in_failures (
  login text not null,
  network text not null,
  failures integer not null,
  last_at timestamptz not null,
  primary key (login, network)
);
select dist_keyed('sign_in_failures', 'login');

-- A link that is printed or handed over once: the first administrator, or a password that an administrator reset.
create table sign_in_links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('first-administrator', 'password-reset')),
  login text,
  expires_at timestamptz not null,
  used_at timestamptz
);
select dist_keyed('sign_in_links', 'token_hash');
