-- Nobody was shown a person's telephone: it is not asked any more.
alter table people drop column phone;
