-- 延期, 等待, 挂账, 并案, 外转. What keeps a department from answering in time, and what goes another way.
alter table work_order
    add column extension_asked   date,
    add column extension_reason  text,
    add column extension_granted date,
    add column waits             int not null default 0,
    add column waiting_since     timestamptz,
    add column suspension_kind   text,
    add column suspension_plan   text,
    add column review_on         date,
    add column suspended_at      timestamptz,
    add column parent_id         uuid,
    add column parent_number     text,
    add column forwarded_as      text,
    add column forwarded_at      timestamptz;
-- One order of a county has a number of another platform at a time; the other index is for those that came from there.
create unique index work_order_forwarded_as on work_order (forwarded_as, left(grid_code, 6))
    where forwarded_as is not null;
create index work_order_external_number on work_order (external_number, left(grid_code, 6))
    where external_number is not null;
create index work_order_of_parent on work_order (parent_id) where parent_id is not null;
