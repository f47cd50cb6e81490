-- Who is in charge of a document (the clerks who register, number and dispatch it) may get it as anybody else does, and it
-- may be taken back from him again: he goes on reading it by his charge, or nobody could go on with what is restricted.
alter table document_readers add column in_charge boolean not null default false;
update document_readers set in_charge = true where why = 'register';
