-- 时限规则. Never changed, only followed by a newer version: clocks refer to the one that was in force at dispatch.
create table sla_policy (
    id                  uuid primary key,
    version             int         not null,
    category_prefix     text        not null,
    division_prefix     text        not null,
    urgency             text check (urgency in ('NORMAL', 'URGENT')),
    clock               text        not null check (clock in ('SIGN', 'REPLY')),
    allowed_millis      bigint      not null check (allowed_millis > 0),
    reminder_left_share numeric     not null check (reminder_left_share between 0 and 1),
    notice_after_millis bigint      not null check (notice_after_millis >= 0),
    effective_from      timestamptz not null,
    unique nulls not distinct (category_prefix, division_prefix, urgency, clock, version)
);

-- DOMAIN §5: sign within 1 hour, reply within 2 days; a notice an hour or a day later. In force since before any
-- history that a county may bring along.
insert into sla_policy values
    ('01900000-0000-7000-8000-000000000001', 1, '', '', null, 'SIGN', 3600000, 0.2, 3600000, '2000-01-01T00:00:00+08:00'),
    ('01900000-0000-7000-8000-000000000002', 1, '', '', null, 'REPLY', 172800000, 0.2, 86400000, '2000-01-01T00:00:00+08:00');
