-- Whose the document is: the collective's, or the head's own (a decision of the chairman of a People's Committee), which a
-- deputy signs for the chairman without the words for the collective (NĐ 30/2020 Điều 13 khoản 1, khoản 2).
alter table outgoing_documents add column authority text not null default 'collective'
  check (authority in ('collective', 'head'));
