-- Content is shared and belongs to the files gate alone; a tenant reaches it only through rows of its own.
create table stored_files (
  hash bytea primary key,
  size bigint not null,
  media_type text not null,
  created_at timestamptz not null default now()
);
select dist_keyed('stored_files', 'hash');

-- A file that came in and passed the checks, until an act ties it to a document.
create table uploads (
  agency_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  hash bytea not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  pages integer,
  body_text text not null,
  first_page jsonb,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (agency_id, id)
);
create index uploads_seat on uploads (agency_id, seat_id, created_at);
select dist_tenant('uploads');
