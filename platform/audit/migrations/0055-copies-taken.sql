-- A copy taken to one's own machine is told apart from a look at the file (NĐ 30/2020 Phụ lục VI, III.5đ, III.6l).
alter table access_log drop constraint access_log_kind_check;
alter table access_log add constraint access_log_kind_check check (kind in ('view', 'file', 'save', 'print'));
