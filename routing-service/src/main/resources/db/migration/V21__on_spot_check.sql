-- 现场核验. Whether replies for a category say how it was checked on the spot, as intake has told last; and what one says.
alter table category_name add column on_spot_check_required boolean not null default false;
alter table work_order add column on_spot_check text;
