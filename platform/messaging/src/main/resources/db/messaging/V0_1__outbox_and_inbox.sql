-- What has been decided and not yet acknowledged by Kafka. Rows go once they are acknowledged.
create table outbox (
    id          bigint generated always as identity primary key,
    event_id    uuid        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    happened_at timestamptz not null default clock_timestamp(),
    traceparent text,
    data        bytea       not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Which events have had their effect, per consumer group.
create table inbox (
    consumer_group text        not null,
    event_id       uuid        not null,
    handled_at     timestamptz not null default now(),
    primary key (consumer_group, event_id)
);

-- What could not be read or handled, kept whole until a person replays it.
create table dead_letter (
    id             uuid primary key,
    consumer_group text        not null,
    topic          text        not null,
    partition      int         not null,
    position       bigint      not null,
    key            text,
    event_id       uuid,
    type           text,
    happened_at    timestamptz,
    traceparent    text,
    data           bytea,
    reason         text        not null,
    failed_at      timestamptz not null default now(),
    replayed_at    timestamptz,
    unique (consumer_group, topic, partition, position)
);
create index dead_letter_open on dead_letter (consumer_group, key) where replayed_at is null;
