-- Who answered a question in another's place: the question names who was asked, so his name alone would stand for both.
alter table outgoing_reviews add column answered_by uuid;
update outgoing_reviews asked set answered_by = coalesce(said.seat_id, asked.seat_id)
from document_history said
where said.agency_id = asked.agency_id and said.document_id = asked.document_id and said.act = 'review'
  and said.at = asked.answered_at;
alter table outgoing_reviews drop column on_behalf_of;
