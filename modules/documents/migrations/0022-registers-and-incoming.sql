-- Registers (sổ) are data of the agency. A register draws its numbers from a series; several may share one.
create table registers (
  agency_id uuid not null,
  id uuid not null,
  direction text not null check (direction in ('incoming', 'outgoing')),
  code text not null,
  name text not null,
  series_id uuid not null,
  is_default boolean not null default false,
  -- working days from arrival until the answer is due; nothing: no deadline of its own
  term_days integer,
  restricted boolean not null default false,
  basis text not null,
  valid_from date not null,
  valid_to date,
  primary key (agency_id, id),
  unique (agency_id, direction, code)
);
select dist_tenant('registers');

-- The way of an incoming document after registration: the first route whose types fit.
create table register_routes (
  agency_id uuid not null,
  register_id uuid not null,
  ordinal integer not null,
  type_codes jsonb not null default '[]',
  route text not null check (route in ('leader', 'office-head', 'unit')),
  unit_id uuid,
  primary key (agency_id, register_id, ordinal),
  check ((route = 'unit') = (unit_id is not null))
);
select dist_tenant('register_routes');
alter table register_routes add foreign key (agency_id, register_id) references registers (agency_id, id);

create table incoming_documents (
  agency_id uuid not null,
  id uuid not null,
  request_hash bytea not null,
  state text not null check (state in ('arrived', 'awaiting-proposal', 'awaiting-direction', 'assigned', 'in-progress',
    'finished', 'set-aside', 'refused', 'taken-back', 'cancelled')),
  state_reason text,
  -- which issuer of this office the document is addressed to (HĐND and UBND share one clerk)
  addressee_issuer_id uuid not null,
  carrier text not null check (carrier in ('paper', 'inside', 'mail', 'exchange')),
  paper_place text,

  register_id uuid,
  series_id uuid,
  period text,
  arrival_number integer,
  arrival_suffix text not null default '',
  arrived_on date,
  arrived_at timestamptz not null,
  registered_at timestamptz,
  registered_by uuid,

  type_code text,
  number text not null default '',
  notation text not null default '',
  folded_notation text not null default '',
  issued_on date,
  issuer_id uuid,
  issuer_name text not null,
  issuer_code text,
  document_identifier text,
  subject text not null,
  language text not null default 'Tiếng Việt',
  pages integer not null default 0,
  copies integer not null default 1,
  signer_title text,
  signer_name text,
  urgency smallint not null default 0 check (urgency between 0 and 3),
  restricted boolean not null default false,
  note text,
  due_on date,
  due_basis text,
  duplicate_reason text,
  meeting_at timestamptz,
  meeting_place text,
  meeting_chair text,

  -- who holds it now, written by the acts for lists
  holder_seat_id uuid,
  holder_unit_id uuid,
  holder_name text not null default '',
  -- columns 7–9 of the register: to whom it was passed, when, and who received it there
  receiver_name text not null default '',
  passed_on date,
  received_by text not null default '',
  -- the answer: its document and, once numbered, its number and notation (column 6 of the follow-up register)
  reply_document_id uuid,
  reply_notation text,
  finished_at timestamptz,
  -- the office head's proposal until the leader confirms or changes it
  proposal jsonb,

  -- the pair (document, receiver) of the message that brought it: values, never keys into another agency
  sender_agency_id uuid,
  sender_document_id uuid,
  sender_recipient_id uuid,
  -- the own outgoing document that this one answers, as the sender's message named it
  answers_document_id uuid,
  sent_sequence integer not null default 0,
  opened_at timestamptz,
  primary key (agency_id, id)
);
create unique index incoming_arrival_number on incoming_documents (agency_id, series_id, period, arrival_number, arrival_suffix)
  where arrival_number is not null;
create index incoming_newest on incoming_documents (agency_id, arrived_at desc, id desc);
create index incoming_by_state on incoming_documents (agency_id, state, arrived_at desc, id desc);
create index incoming_due on incoming_documents (agency_id, due_on, id)
  where state in ('awaiting-proposal', 'awaiting-direction', 'assigned', 'in-progress');
create index incoming_register on incoming_documents (agency_id, register_id, period, arrival_number);
create index incoming_same on incoming_documents (agency_id, folded_notation) where folded_notation <> '';
create index incoming_identifier on incoming_documents (agency_id, document_identifier) where document_identifier is not null;
create index incoming_sender on incoming_documents (agency_id, sender_document_id) where sender_document_id is not null;
create index incoming_meeting on incoming_documents (agency_id, meeting_at) where meeting_at is not null;
create index incoming_holder on incoming_documents (agency_id, holder_seat_id, state) where holder_seat_id is not null;
select dist_tenant('incoming_documents');
