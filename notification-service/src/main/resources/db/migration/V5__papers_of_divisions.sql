-- A paper is of the division that issued it, and is read there. What was told before events named it is of the one county
-- that there was.
alter table document add column division text, add column total int;
update document set division = coalesce((select left(division, 6) from recipient order by username limit 1), '000000');
alter table document alter division set not null;
update message set place = (select division from document where id::text = message.about)
where occasion = 'BULLETIN' and place is null;
