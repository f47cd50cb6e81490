-- The PDF with number and date filled in, an incremental revision of the frozen one; made by a job after the number.
alter table outgoing_documents add column numbered_file_id uuid;
