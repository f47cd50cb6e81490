-- Who took over from a recipient that was closed between dispatch and delivery, as its office told: an issuer's id.
alter table outgoing_recipients add column successor_issuer_id uuid;
