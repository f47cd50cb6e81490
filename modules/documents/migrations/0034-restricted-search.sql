-- Restricted documents have an index of their own, so that the common one never has a word of them. It is asked only
-- together with the readers: whoever has a row there finds the document, and nobody else.
create table document_search_restricted (
  agency_id uuid not null,
  document_id uuid not null,
  direction text not null,
  sort_at timestamptz not null,
  lexemes tsvector not null,
  primary key (agency_id, document_id)
);
create index document_search_restricted_lexemes on document_search_restricted using gin (agency_id, lexemes);
select dist_tenant('document_search_restricted');

create view document_search_restricted_index as
  select agency_id, document_id, direction, sort_at, lexemes from document_search_restricted
  where agency_id = nullif(current_setting('app.agency_id', true), '')::uuid;
