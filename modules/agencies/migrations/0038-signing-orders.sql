-- Who may sign by order (TL.) for an issuer, which types, from when until when, and where the working or clerical regulation
-- says so: it must be laid down there one by one (NĐ 30/2020 Điều 13.4). Without a unit every head of a unit may.
create table signing_orders (
  agency_id uuid not null,
  id uuid not null,
  issuer_id uuid not null,
  unit_id uuid,
  type_codes jsonb not null,
  written_basis text not null,
  valid_from date not null,
  -- the first day on which it no longer holds
  valid_to date,
  request_hash bytea not null,
  primary key (agency_id, id),
  check (jsonb_array_length(type_codes) > 0),
  check (valid_to >= valid_from)
);
create index signing_orders_issuer on signing_orders (agency_id, issuer_id);
select dist_tenant('signing_orders');
alter table signing_orders add foreign key (agency_id, unit_id) references units (agency_id, id);

-- Until now an issuer had one sentence for all types, which only the demonstration ever wrote: its heads of units sign these.
insert into signing_orders (agency_id, id, issuer_id, type_codes, written_basis, valid_from, request_hash)
select agency_id, gen_random_uuid(), id, '["cong-van", "giay-moi", "thong-bao"]', order_basis, opened_on, ''
from issuers where order_basis is not null and agency_id is not null;
alter table issuers drop column order_basis;
