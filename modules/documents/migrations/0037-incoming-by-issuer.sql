-- The papers of one issuer in the order of the list, for the list narrowed to it.
create index incoming_by_issuer on incoming_documents (agency_id, issuer_name, arrived_at desc, id desc);
