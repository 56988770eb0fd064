-- One run of one clock: order × kind × dispatch. What follows policy_id was copied from the policy at dispatch.
create table sla_clock (
    id                  uuid primary key,
    work_order_id       uuid        not null,
    kind                text        not null check (kind in ('SIGN', 'REPLY')),
    dispatch_no         int         not null,
    round               int         not null,
    work_order_number   text        not null,
    grid_code           text        not null,
    category_code       text        not null,
    confidential        boolean     not null,
    imported            boolean     not null,
    department          text        not null,
    partition           int         not null,
    policy_id           uuid        not null references sla_policy,
    allowed_millis      bigint      not null,
    reminder_left_share numeric     not null,
    notice_after_millis bigint      not null,
    started_at          timestamptz not null,
    -- Computed from the above, the turns and the rungs by SlaClock and EscalationLadder; stored to be found by.
    due_at              timestamptz not null,
    stopped_at          timestamptz,
    ended_at            timestamptz,
    next_rung_at        timestamptz,
    unique (work_order_id, kind, dispatch_no)
);
create index sla_clock_rung_ahead on sla_clock (partition, next_rung_at) where next_rung_at is not null;
create index sla_clock_due on sla_clock (due_at, id);

-- The log of a clock, only ever added to; the event that turned it stands beside each entry.
create table clock_turn (
    clock_id uuid        not null references sla_clock,
    event_id uuid        not null,
    kind     text        not null check (kind in ('STOPPED', 'RAN_ON', 'ENDED')),
    at       timestamptz not null,
    primary key (clock_id, event_id)
);

-- Rungs that have fired. The key is the last word on "exactly once".
create table clock_rung (
    clock_id     uuid        not null references sla_clock,
    rung         text        not null check (rung in ('REMINDER', 'RED', 'NOTICE')),
    rung_at      timestamptz not null,
    fired_at     timestamptz not null,
    late_noticed boolean     not null,
    primary key (clock_id, rung)
);

-- Up to which moment all that happened has been heard and handled, by partition.
create table seen_up_to (
    topic     text        not null,
    partition int         not null,
    up_to     timestamptz not null,
    primary key (topic, partition)
) with (fillfactor = 50);
