create index uploads_unused on uploads (agency_id, created_at) where used_at is null;
create index uploads_content on uploads (hash);

-- Content that an upload named until it was swept: looked at until its file is off the disk, or found to be in use. It is
-- written in the transaction that sweeps the upload, so a crash between the commit and the disk leaves it here.
create table swept_content (
  hash bytea primary key,
  since timestamptz not null
);
select dist_keyed('swept_content', 'hash');
create index swept_content_age on swept_content (since);

-- One of the looks over all agencies: which of these contents some upload names, and nothing else.
create function contents_of_uploads(contents bytea[]) returns table (hash bytea)
language sql stable security definer set search_path = public, pg_temp
as $$ select distinct u.hash from public.uploads u where u.hash = any (contents) $$;
