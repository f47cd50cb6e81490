create table outgoing_documents (
  agency_id uuid not null,
  id uuid not null,
  request_hash bytea not null,
  state text not null check (state in ('draft', 'in-review', 'returned', 'awaiting-approval', 'approved', 'numbered',
    'dispatched', 'recalled', 'cancelled')),
  state_reason text,
  issuer_id uuid not null,
  type_code text not null,
  subject text not null,
  drafting_unit_id uuid not null,
  drafter_seat_id uuid not null,
  source text not null check (source in ('upload', 'template')),
  language text not null default 'Tiếng Việt',
  pages integer not null default 0,
  copies integer not null default 1,
  urgency smallint not null default 0 check (urgency between 0 and 3),
  restricted boolean not null default false,
  note text,
  due_on date,
  in_reply_to uuid,
  meeting_at timestamptz,
  meeting_place text,
  meeting_chair text,
  version integer not null default 1,
  -- 'lấy để sửa': who has the draft in hand
  editing_seat_id uuid,
  editing_since timestamptz,

  signer_seat_id uuid,
  capacity text not null default 'none' check (capacity in ('none', 'TM', 'KT', 'TL', 'TUQ', 'Q')),
  delegation_id uuid,
  signing_lines jsonb,
  signer_title text,
  signer_name text,
  approved_at timestamptz,
  approved_by uuid,
  frozen_file_id uuid,
  number_place jsonb,

  series_id uuid,
  period text,
  number integer,
  number_suffix text not null default '',
  notation text,
  folded_notation text not null default '',
  issued_on date,
  document_identifier text,
  numbered_at timestamptz,
  numbered_by uuid,
  dispatched_at timestamptz,
  dispatched_by uuid,
  recalled_at timestamptz,

  holder_seat_id uuid,
  holder_unit_id uuid,
  holder_name text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (agency_id, id)
);
create unique index outgoing_number on outgoing_documents (agency_id, series_id, period, number, number_suffix) where number is not null;
create unique index outgoing_identifier on outgoing_documents (agency_id, document_identifier) where document_identifier is not null;
create index outgoing_newest on outgoing_documents (agency_id, created_at desc, id desc);
create index outgoing_by_state on outgoing_documents (agency_id, state, created_at desc, id desc);
create index outgoing_meeting on outgoing_documents (agency_id, meeting_at) where meeting_at is not null;
create index outgoing_holder on outgoing_documents (agency_id, holder_seat_id, state) where holder_seat_id is not null;
create index outgoing_reply on outgoing_documents (agency_id, in_reply_to) where in_reply_to is not null;
select dist_tenant('outgoing_documents');

-- All drafts are kept (NĐ 30 Phụ lục VI, III.5a).
create table outgoing_versions (
  agency_id uuid not null,
  document_id uuid not null,
  version integer not null,
  author_seat_id uuid not null,
  at timestamptz not null,
  note text not null default '',
  -- the letter's content when it is written from a template
  content jsonb,
  main_file_id uuid,
  source_file_id uuid,
  body_text text not null default '',
  primary key (agency_id, document_id, version)
);
select dist_tenant('outgoing_versions');
alter table outgoing_versions add foreign key (agency_id, document_id) references outgoing_documents (agency_id, id);

-- Opinions, and the two checks apart: content by the head of the drafting unit, form by the person in charge of form
-- (NĐ 30 Điều 12). Rows with one ordinal are asked at once; the next ordinal waits for them.
create table outgoing_reviews (
  agency_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  kind text not null check (kind in ('opinion', 'content', 'form')),
  ordinal integer not null,
  seat_id uuid not null,
  state text not null check (state in ('waiting', 'asked', 'agreed', 'returned', 'dropped')),
  on_behalf_of uuid,
  text text,
  version integer not null,
  asked_at timestamptz,
  answered_at timestamptz,
  primary key (agency_id, id)
);
create index outgoing_reviews_document on outgoing_reviews (agency_id, document_id, ordinal);
create index outgoing_reviews_seat on outgoing_reviews (agency_id, seat_id, state);
select dist_tenant('outgoing_reviews');
alter table outgoing_reviews add foreign key (agency_id, document_id) references outgoing_documents (agency_id, id);

create table outgoing_recipients (
  agency_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  ordinal integer not null,
  kind text not null check (kind in ('agency', 'unit', 'seat', 'outside')),
  carrier text not null check (carrier in ('system', 'paper', 'mail')),
  purpose text not null check (purpose in ('act', 'report', 'inform', 'keep')),
  issuer_id uuid,
  receiver_agency_id uuid,
  unit_id uuid,
  seat_id uuid,
  name text not null,
  identifier text,
  address text,
  -- 'sent' … 'finished' come back from the receiver; a later sequence never yields to an earlier one
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'delivered', 'refused', 'registered', 'assigned',
    'in-progress', 'finished', 'read', 'by-hand', 'handed-over', 'taken-back', 'recall-asked', 'recalled')),
  state_sequence integer not null default 0,
  state_reason text,
  state_at timestamptz,
  handed_over_on date,
  primary key (agency_id, id)
);
create index outgoing_recipients_document on outgoing_recipients (agency_id, document_id, ordinal);
create index outgoing_recipients_seat on outgoing_recipients (agency_id, seat_id) where seat_id is not null;
create index outgoing_recipients_unit on outgoing_recipients (agency_id, unit_id) where unit_id is not null;
select dist_tenant('outgoing_recipients');
alter table outgoing_recipients add foreign key (agency_id, document_id) references outgoing_documents (agency_id, id);
