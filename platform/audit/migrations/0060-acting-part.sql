-- Which part of the platform acted where no seat did: the exchange, the installation, a watch. At whose command, if at
-- anybody's, says person_id.
alter table audit_entries add column acting_part text;
