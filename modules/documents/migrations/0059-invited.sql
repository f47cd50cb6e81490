-- Who is invited, as the invitation says it (NĐ 30/2020 Phụ lục III, mẫu 1.7).
alter table incoming_documents add column meeting_invited text;
alter table outgoing_documents add column meeting_invited text;
