-- What the frozen page of a letter written here prints behind its number: the number is given under that notation or not at
-- all. Of uploaded files nothing is known, nor of what was frozen before.
alter table outgoing_documents add column printed_tail text;
