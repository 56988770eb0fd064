-- The last number given out in a year. Locked until commit, so a number is never skipped.
create table notice_number (
    year int primary key,
    last int not null
);

-- 督办通知单.
create table supervision_notice (
    id                uuid primary key,
    year              int         not null,
    issue             int         not null,
    clock_id          uuid        not null unique references sla_clock,
    work_order_id     uuid        not null,
    work_order_number text        not null,
    clock             text        not null,
    dispatch_no       int         not null,
    department        text        not null,
    grid_code         text        not null,
    category_code     text        not null,
    confidential      boolean     not null,
    due_at            timestamptz not null,
    issued_at         timestamptz not null,
    unique (year, issue)
);
