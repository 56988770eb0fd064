-- Two counties may call different departments by one code (DOMAIN §2): the name of a code is found from a place.
alter table department_name add column division text;
update department_name set division = coalesce((select left(grid_code, 6) from request_copy limit 1), '');
alter table department_name alter division set not null, drop constraint department_name_pkey,
    add primary key (division, code);

-- So are the days of a year: at a place those of the nearest division count that has loaded the year.
update calendar_year set division = left(grid_code, 6) from (select grid_code from request_copy limit 1) known
where division = '000000';
alter table calendar_day add column division text;
update calendar_day set division = (select division from calendar_year where year = extract(year from date));
delete from calendar_day where division is null;
alter table calendar_year drop constraint calendar_year_pkey, add primary key (division, year);
alter table calendar_day alter division set not null, drop constraint calendar_day_pkey, add primary key (division, date);
