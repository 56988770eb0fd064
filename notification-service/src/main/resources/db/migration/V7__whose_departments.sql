-- Two counties may call different departments by one code (DOMAIN §2): the name of a code is found from a place.
alter table department add column division text;
update department set division = coalesce((select left(division, 6) from recipient order by username limit 1), '');
alter table department alter division set not null, drop constraint department_pkey, add primary key (division, code);
