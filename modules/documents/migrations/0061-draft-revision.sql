-- Raised by every change of what a draft says: content, facts, recipients, what it answers. Forms that were open before
-- know their version alone, so counting goes on from there.
alter table outgoing_documents add column revision integer not null default 1;
update outgoing_documents set revision = version where version > 1;
