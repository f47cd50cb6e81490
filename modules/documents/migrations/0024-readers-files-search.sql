-- The one table that decides who sees a document. `reader` is a key of an actor: 'seat:<id>' or 'unit:<id>'.
create table document_readers (
  agency_id uuid not null,
  reader text not null,
  document_id uuid not null,
  direction text not null check (direction in ('incoming', 'outgoing')),
  sort_at timestamptz not null,
  why text not null,
  primary key (agency_id, reader, document_id)
);
create index document_readers_newest on document_readers (agency_id, reader, direction, sort_at desc, document_id desc);
create index document_readers_document on document_readers (agency_id, document_id);
select dist_tenant('document_readers');

create table document_reads (
  agency_id uuid not null,
  document_id uuid not null,
  seat_id uuid not null,
  first_read_at timestamptz not null,
  primary key (agency_id, document_id, seat_id)
);
select dist_tenant('document_reads');

-- Which agency and document may reach which stored content.
create table document_files (
  agency_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  direction text not null check (direction in ('incoming', 'outgoing')),
  role text not null check (role in ('main', 'annex', 'attachment', 'source', 'evidence')),
  ordinal integer not null,
  version integer not null default 1,
  title text not null,
  name text not null,
  hash bytea not null,
  media_type text not null,
  size bigint not null,
  pages integer,
  body_text text not null default '',
  added_by uuid,
  added_at timestamptz not null,
  primary key (agency_id, id)
);
create index document_files_document on document_files (agency_id, document_id, version, ordinal);
select dist_tenant('document_files');

-- One history of a document (lịch sử luân chuyển): every act, with who, for whom, from and to which state.
create table document_history (
  agency_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  at timestamptz not null,
  act text not null,
  seat_id uuid,
  actor_name text not null,
  actor_title text not null,
  on_behalf_of_name text,
  state_before text,
  state_after text,
  text text,
  detail jsonb not null default '{}',
  primary key (agency_id, id)
);
create index document_history_document on document_history (agency_id, document_id, at, id);
create index document_history_seat on document_history (agency_id, seat_id, at desc) where seat_id is not null;
select dist_tenant('document_history');
select append_only('document_history');

create table document_comments (
  agency_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  seat_id uuid not null,
  at timestamptz not null,
  text text not null,
  version integer,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (agency_id, id)
);
create index document_comments_document on document_comments (agency_id, document_id, at);
select dist_tenant('document_comments');

-- The common index: never a word of a restricted document.
create table document_search (
  agency_id uuid not null,
  document_id uuid not null,
  direction text not null,
  sort_at timestamptz not null,
  lexemes tsvector not null,
  primary key (agency_id, document_id)
);
create index document_search_lexemes on document_search using gin (agency_id, lexemes);
create index document_search_newest on document_search (agency_id, sort_at desc, document_id desc);
select dist_tenant('document_search');

-- Under row-level security `@@` may not use an index; through a view of the owner it may (only this agency's rows).
create view document_search_index as
  select agency_id, document_id, direction, sort_at, lexemes from document_search
  where agency_id = nullif(current_setting('app.agency_id', true), '')::uuid;

-- Joined at one level with a table under row-level security `@@` loses its index again: whoever sees few documents
-- searches by two views.
create view document_readers_index as
  select agency_id, reader, document_id, direction, sort_at from document_readers
  where agency_id = nullif(current_setting('app.agency_id', true), '')::uuid;

