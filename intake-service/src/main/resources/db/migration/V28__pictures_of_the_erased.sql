-- 签到. The check-in photo of a visit goes with the first of its citizens who is erased; that there was one stays known.
alter table visit add column check_in_photo_erased boolean not null default false;

-- How many pictures somebody has that hang on nothing yet, and how large they are.
create index attachment_waiting_of on attachment (uploaded_by) include (bytes)
    where request_id is null and visit_id is null;
