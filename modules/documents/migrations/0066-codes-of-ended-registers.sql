-- A register that ended leaves its code to another one.
alter table registers drop constraint registers_agency_id_direction_code_key;
create unique index registers_code on registers (agency_id, direction, code) where valid_to is null;
