-- Whose digital signatures the file bears: what the signature provider gave. Approved is not signed.
alter table outgoing_documents add column signature text not null default 'unsigned'
  check (signature in ('unsigned', 'by-signer', 'signed'));
-- As the sender said it; of what came on paper, or before this was said, nothing.
alter table incoming_documents add column signature text check (signature in ('unsigned', 'by-signer', 'signed'));
