-- What this installation is: the demonstration (its seed, its day, how far it is loaded) or a real one. Never both.
create table installation (
  name text primary key,
  value jsonb not null
);
select dist_ref('installation');
