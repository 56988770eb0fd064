-- Two counties may call different departments by one code, and number their catalogues and work orders each by itself
-- (DOMAIN §2, ADR 0021). What an earlier release could not ascribe is of the one county that there was.
update department set division = left(grid_code, 6) from (select grid_code from work_order limit 1) known
where division = '000000';
update catalogue_version set division = left(grid_code, 6) from (select grid_code from work_order limit 1) known
where division = '000000';
alter table department drop constraint department_pkey, add primary key (division, code);

-- What is loaded and referred to has an id; people and papers know a division's version. Published ones keep theirs.
alter table catalogue_version rename column version to id;
alter table catalogue_version add column version int;
update catalogue_version set version = id;
alter table catalogue_version alter version set not null, add unique (division, version);
alter table responsibility rename column version to catalogue;

-- 工单号. Unique within the county, for numbers that are brought along are none of ours to choose.
alter table work_order drop constraint work_order_number_key;
create unique index work_order_number_of_county on work_order (left(grid_code, 6), number);
create table work_order_number_taken (
    county text primary key,
    last   bigint not null
) with (fillfactor = 50);
insert into work_order_number_taken
select left(grid_code, 6), (select last_value from work_order_number) from work_order group by left(grid_code, 6);
drop sequence work_order_number;

-- A calendar of which no division was told is for every place, behind those of which one was.
alter table calendar_year add column division text not null default '';
alter table calendar_year alter division drop default, drop constraint calendar_year_pkey,
    add primary key (division, year);
