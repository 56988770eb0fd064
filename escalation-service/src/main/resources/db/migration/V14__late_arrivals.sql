-- 补录. Rows by which an earlier month, issued before, has changed since: beside the rows of the bulletin's own month,
-- under the same numbers and the same hash. ADDED was not among the rows then, REMOVED no longer is.
alter table bulletin_row add column late text check (late in ('ADDED', 'REMOVED'));

-- Bulletins from before counted by other definitions: what they would say now is no late arrival.
alter table bulletin add column comparable boolean not null default true;
update bulletin set comparable = false;
