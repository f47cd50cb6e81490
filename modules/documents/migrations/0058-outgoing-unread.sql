-- What was issued inside and is still to be read, by the seats that are to read it: a row is written with the dispatch and
-- goes with the first look. Else every request walks through all that a unit ever got, to find that nearly all of it is read.
create table outgoing_unread (
  agency_id uuid not null,
  seat_id uuid not null,
  document_id uuid not null,
  issued_at timestamptz not null,
  primary key (agency_id, seat_id, document_id)
);
create index outgoing_unread_oldest on outgoing_unread (agency_id, seat_id, issued_at, document_id);
create index outgoing_unread_document on outgoing_unread (agency_id, document_id);
select dist_tenant('outgoing_unread');

insert into outgoing_unread (agency_id, seat_id, document_id, issued_at)
select distinct on (s.agency_id, s.id, d.id) s.agency_id, s.id, d.id, d.dispatched_at
from outgoing_documents d
  join outgoing_recipients p on p.agency_id = d.agency_id and p.document_id = d.id and p.state in ('sent', 'read')
  join seats s on s.agency_id = d.agency_id and (s.id = p.seat_id or s.unit_id = p.unit_id)
    and s.role in ('leader', 'office-head', 'clerk', 'unit-head', 'specialist', 'village-head')
    and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)
where d.state = 'dispatched' and d.dispatched_at is not null
  and (p.seat_id is not null or s.id not in (d.drafter_seat_id, coalesce(d.signer_seat_id, d.drafter_seat_id),
    coalesce(d.approved_by, d.drafter_seat_id), coalesce(d.numbered_by, d.drafter_seat_id),
    coalesce(d.dispatched_by, d.drafter_seat_id)))
  and exists (select from document_readers r where r.agency_id = d.agency_id and r.document_id = d.id
    and r.reader in ('seat:' || s.id, 'unit:' || s.unit_id))
  and not exists (select from document_reads seen where seen.agency_id = d.agency_id and seen.document_id = d.id
    and seen.seat_id = s.id);
