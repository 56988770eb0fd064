alter table sla_policy drop constraint sla_policy_clock_check,
    add constraint sla_policy_clock_check check (clock in ('SIGN', 'REPLY', 'REVIEW', 'ARBITRATION'));

-- DOMAIN §5, in hours on duty: the desk decides within 4, the office within 14, which are two working days. A notice is
-- issued to departments alone.
insert into sla_policy (id, version, category_prefix, division_prefix, urgency, clock, allowed_millis,
                        reminder_left_share, notice_after_millis, effective_from)
values ('01900000-0000-7000-8000-000000000003', 1, '', '', null, 'REVIEW', 14400000, 0.2, 0,
        '2000-01-01T00:00:00+08:00'),
       ('01900000-0000-7000-8000-000000000004', 1, '', '', null, 'ARBITRATION', 50400000, 0.2, 0,
        '2000-01-01T00:00:00+08:00');

-- One dispatch can be reviewed several times, each by a clock of its own.
alter table sla_clock drop constraint sla_clock_kind_check,
    add constraint sla_clock_kind_check check (kind in ('SIGN', 'REPLY', 'REVIEW', 'ARBITRATION')),
    drop constraint sla_clock_work_order_id_kind_dispatch_no_key,
    add constraint sla_clock_run_once unique (work_order_id, kind, dispatch_no, started_at);
