-- A year of the calendar is of the division whose administrator loaded it (DOMAIN §2): the others leave it alone.
alter table calendar_year add column division text;
update calendar_year set division = coalesce((select left(grid_code, 6) from request_copy limit 1), '000000');
alter table calendar_year alter division set not null;
