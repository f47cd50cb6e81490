-- To whom a seat wrote last: its newest drafts, and what it dispatched last. Restricted ones are not asked for.
create index outgoing_recent_of_drafter on outgoing_documents (agency_id, drafter_seat_id, created_at desc)
  where not restricted;
create index outgoing_recent_of_dispatcher on outgoing_documents (agency_id, dispatched_by, dispatched_at desc)
  where not restricted and dispatched_by is not null;
