-- The one way into the outbox, in the order of the arrays; for statements that do everything by themselves as well.
create function append_to_outbox(event_ids uuid[], topics text[], keys text[], types text[], happened timestamptz[],
                                 traceparents text[], payloads bytea[]) returns bigint
    language sql volatile
as
$$
with appended as (
    insert into outbox (event_id, topic, key, type, happened_at, traceparent, data)
    select event_id, topic, key, type, coalesce(at, clock_timestamp()), traceparent, data
    from unnest(event_ids, topics, keys, types, happened, traceparents, payloads)
             with ordinality as event (event_id, topic, key, type, at, traceparent, data, n)
    order by n
    returning 1)
select count(*) from appended
$$;

-- Up to where a consumer group has handled each partition, and up to which moment it therefore knows everything. What a
-- watermark says of a partition that is not that far yet is kept until it is.
create table inbox_position (
    consumer_group text        not null,
    topic          text        not null,
    partition      int         not null,
    next_position  bigint      not null default 0,
    seen_up_to     timestamptz,
    promised_up_to timestamptz,
    promised_at    bigint,
    primary key (consumer_group, topic, partition)
);

-- Marks are kept as long as their topic can repeat the event.
create index inbox_handled on inbox using brin (handled_at);
