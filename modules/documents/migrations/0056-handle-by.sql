-- The hour by which HỎA TỐC HẸN GIỜ is to be handled.
alter table incoming_documents add column handle_by timestamptz;
alter table outgoing_documents add column handle_by timestamptz;
