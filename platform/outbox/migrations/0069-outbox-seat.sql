-- At whose hand it must happen: the seat of the act that wrote it. The platform's own acts have none, and of what was
-- written before nobody noted it.
alter table outbox add column seat_id uuid;
