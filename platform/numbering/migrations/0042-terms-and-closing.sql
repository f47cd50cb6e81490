-- The period of a series that counts by term (nhiệm kỳ) is its term, '2025-2030'; it was the series' name.
alter table series add column term text;
update series set term = name where period_kind = 'term';
alter table series add constraint series_term check ((period_kind = 'term') = (term is not null));
-- Gapless is said of a period: every number from its first here up to the counter has a row. What was used before stands
-- in the paper book.
alter table series drop column start_number;
alter table series_periods add column start_number integer not null default 1;
update series_periods p set start_number = coalesce((select min(n.number) from series_numbers n
  where n.agency_id = p.agency_id and n.series_id = p.series_id and n.period = p.period), p.last_number + 1);
-- Khóa sổ is an act with a reason.
alter table series_periods add column closed_by uuid, add column closed_reason text;
