-- Messages whose addressee was closed before they came: nothing of them was kept, and their sender was told. A sender that
-- asks for such a document back is asking for what is not there.
alter table inbox add column turned_away boolean not null default false;
create index inbox_turned_away on inbox (agency_id, document_id) where turned_away;
