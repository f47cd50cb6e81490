create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The registry of tables: each is of one class. `append_only` tables are never changed or emptied by the server's role.
create table table_classes (
  name text primary key,
  class text not null check (class in ('tenant', 'reference', 'keyed')),
  distribution_key text,
  append_only boolean not null default false
);

-- Declares a tenant table: distributed by its agency where Citus is there, and behind row-level security. RLS is enabled,
-- not forced: the owner's search views must not fall under it.
create function dist_tenant(relation text) returns void language plpgsql as $$
begin
  insert into table_classes (name, class, distribution_key) values (relation, 'tenant', 'agency_id');
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, %L)', relation, 'agency_id');
  end if;
  execute format('alter table %I enable row level security', relation);
  execute format(
    'create policy own_agency on %I using (agency_id = nullif(current_setting(''app.agency_id'', true), '''')::uuid)',
    relation);
end $$;

-- Declares a small global table that every agency reads.
create function dist_ref(relation text) returns void language plpgsql as $$
begin
  insert into table_classes (name, class) values (relation, 'reference');
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_reference_table(%L)', relation);
  end if;
end $$;

-- Declares a global table with a distribution key of its own: a login, a person, a content hash.
create function dist_keyed(relation text, key_column text) returns void language plpgsql as $$
begin
  insert into table_classes (name, class, distribution_key) values (relation, 'keyed', key_column);
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, %L)', relation, key_column);
  end if;
end $$;

create function append_only(relation text) returns void language sql as $$
  update table_classes set append_only = true where name = relation
$$;
