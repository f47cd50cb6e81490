-- A receiver that is asked for a document gives it back or keeps it: until it answers the pair stands in between.
alter table outgoing_recipients drop constraint outgoing_recipients_state_check;
alter table outgoing_recipients add constraint outgoing_recipients_state_check check (state in ('waiting', 'sent',
  'delivered', 'refused', 'registered', 'assigned', 'in-progress', 'finished', 'read', 'by-hand', 'handed-over',
  'take-back-asked', 'taken-back', 'recall-asked', 'recalled'));
