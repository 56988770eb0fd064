-- 割接. History fires no rung but from the moment on at which its order went live.
alter table clock_turn drop constraint clock_turn_kind_check,
    add constraint clock_turn_kind_check check (kind in ('STOPPED', 'RAN_ON', 'HELD', 'RELEASED', 'ENDED', 'LIVE'));

-- 督办通知单 that are brought along: they occupy their numbers, and know neither clock nor order of this system, but what
-- they are about by the words of their time. Their place is the division that issued them.
alter table supervision_notice
    alter clock_id drop not null,
    alter work_order_id drop not null,
    alter work_order_number drop not null,
    alter clock drop not null,
    alter dispatch_no drop not null,
    alter department drop not null,
    alter category_code drop not null,
    alter due_at drop not null,
    add column title text,
    add column printed_number text,
    add constraint supervision_notice_is_whole check (
        title is not null or (clock_id is not null and work_order_id is not null and work_order_number is not null
            and clock is not null and dispatch_no is not null and department is not null and category_code is not null
            and due_at is not null));

-- 专报. Reports on one matter that are brought along.
create table special_report (
    id             uuid primary key,
    division       text        not null,
    year           int         not null,
    issue          int         not null,
    printed_number text,
    title          text        not null,
    department     text,
    about          text,
    issued_at      timestamptz not null,
    unique (division, year, issue)
);
