-- What a register's route gives straight to a unit is nobody's decision: who registered it does not answer for it.
alter table assignments drop constraint assignments_entered_as_check;
alter table assignments add constraint assignments_entered_as_check
  check (entered_as in ('self', 'from-paper', 'delegation', 'confirmed-proposal', 'by-route'));
update assignments set entered_as = 'by-route'
  where entered_as = 'self' and parent_id is null and role = 'lead' and text = 'Chuyển đơn vị xử lý theo quy chế làm việc.';
