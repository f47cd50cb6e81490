-- Where the working regulation (quy chế làm việc) lets heads of units sign by order (TL., NĐ 30/2020 Điều 13.4); nothing
-- when it does not.
alter table issuers add column order_basis text;
