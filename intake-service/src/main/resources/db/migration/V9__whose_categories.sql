-- A category is of the division whose administrator brought it (DOMAIN §2): the others leave it alone. What was there
-- before is of the one county that there was.
alter table category add column division text;
update category set division = coalesce((select left(code, 6) from grid limit 1), '000000');
alter table category alter division set not null;
