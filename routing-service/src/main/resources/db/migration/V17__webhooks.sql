-- 订阅. Where a department's own system hears of its work orders. Secrets are sealed under a key of the subscription in
-- keys.data_key; the former one signs too for a while after a rotation.
create table webhook_subscription (
    id            uuid primary key,
    division      text        not null,
    department    text        not null,
    url           text        not null,
    -- empty: all
    types         text[]      not null,
    state         text        not null,
    reason        text,
    failing_since timestamptz,
    created_by    text        not null,
    created_at    timestamptz not null,
    secret        bytea       not null,
    secret_no     int         not null,
    former_secret bytea,
    former_until  timestamptz
);
create index webhook_subscription_of_department on webhook_subscription (department, division);

-- 投递. What a subscription is told, once for each event; of one work order in the order of its events.
create table webhook_delivery (
    id              uuid primary key,
    subscription_id uuid        not null references webhook_subscription on delete cascade,
    event_id        uuid        not null,
    -- null: a ping, which is about none
    work_order_id   uuid,
    sequence        bigint      not null,
    type            text        not null,
    happened_at     timestamptz not null,
    data            jsonb       not null,
    recorded_at     timestamptz not null,
    state           text        not null,
    tries           int         not null default 0,
    next_try_at     timestamptz not null,
    tried_at        timestamptz,
    status          int,
    failure         text,
    delivered_at    timestamptz,
    unique (subscription_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (subscription_id, next_try_at) where state = 'WAITING';
-- Whether an earlier one of the same order still waits.
create index webhook_delivery_waiting on webhook_delivery (subscription_id, work_order_id, sequence)
    where state = 'WAITING';
create index webhook_delivery_listed on webhook_delivery (subscription_id, recorded_at, id);
create index webhook_delivery_recorded on webhook_delivery (recorded_at);
