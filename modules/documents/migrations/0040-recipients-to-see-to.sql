-- Of years of recipients the few that a clerk still has to do something about: found whatever their age.
create index outgoing_recipients_to_see_to on outgoing_recipients (agency_id, document_id)
  where state in ('by-hand', 'recall-asked', 'refused');
