create index document_files_content on document_files (hash);

-- Before content leaves the disk: which of these contents a document of any agency names, and nothing else.
create function contents_of_documents(contents bytea[]) returns table (hash bytea)
language sql stable security definer set search_path = public, pg_temp
as $$ select distinct f.hash from public.document_files f where f.hash = any (contents) $$;
