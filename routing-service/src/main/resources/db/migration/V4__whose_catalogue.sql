-- A department and a catalogue are of the division whose administrator brought them (DOMAIN §2): the others leave them
-- alone. What was there before is of the one county that there was.
alter table department add column division text;
alter table catalogue_version add column division text;
update department set division = coalesce((select left(grid_code, 6) from work_order limit 1), '000000');
update catalogue_version set division = coalesce((select left(grid_code, 6) from work_order limit 1), '000000');
alter table department alter division set not null;
alter table catalogue_version alter division set not null;

-- The version in force for a place at a moment: that of the nearest division which has one, and of its published ones the
-- one with the latest day that is not after the moment, in Asia/Shanghai.
create function catalogue_in_force(place text, moment timestamptz) returns int
    language sql stable
return (
    select version
    from catalogue_version
    where published_at is not null and effective_from <= (moment at time zone 'Asia/Shanghai')::date
      and starts_with(place, division)
    order by length(division) desc, effective_from desc, published_at desc
    limit 1
);
drop function catalogue_in_force(timestamptz);
