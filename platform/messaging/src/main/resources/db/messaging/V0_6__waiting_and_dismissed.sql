-- What the envelope says beside the event: where it stands among those of its aggregate, whose business it is (ADR 0018).
alter table outbox
    add column sequence bigint,
    add column division text,
    add column confidential boolean not null default false;

-- What has been heard and has had no effect: it waits for what it needs and is tried again (next_try_at), or is a dead
-- letter, for a person to replay or to dismiss.
alter table dead_letter rename to set_aside;
alter table set_aside
    add column sequence         bigint,
    add column division         text,
    add column confidential     boolean not null default false,
    add column tries            int     not null default 0,
    add column next_try_at      timestamptz,
    -- Since it said by itself that it came too early; null while it only waits behind another one of its key.
    add column give_up_at       timestamptz,
    add column dismissed_at     timestamptz,
    add column dismissed_by     text,
    add column dismissal_reason text,
    add check (replayed_at is null or dismissed_at is null);

-- What is settled holds nothing back; all that asks what is open asks this.
create view unsettled_event as select * from set_aside where replayed_at is null and dismissed_at is null;
create view dead_letter as select * from set_aside where next_try_at is null;

drop index dead_letter_open;
create index set_aside_unsettled on set_aside (consumer_group, key)
    where replayed_at is null and dismissed_at is null;
create index set_aside_due on set_aside (next_try_at) where next_try_at is not null;

-- As the one of before, which statements that do everything by themselves go on calling, with what the envelope says.
create function append_to_outbox(event_ids uuid[], topics text[], keys text[], types text[], happened timestamptz[],
                                 traceparents text[], payloads bytea[], sequences bigint[], divisions text[],
                                 confidentials boolean[])
    returns bigint
    language plpgsql volatile
as
$$
begin
    insert into outbox (event_id, topic, key, type, happened_at, traceparent, data, sequence, division, confidential)
    select event.event_id, event.topic, event.key, event.type, coalesce(event.at, clock_timestamp()),
           event.traceparent, event.data, event.sequence, event.division, event.confidential
    from unnest(event_ids, topics, keys, types, happened, traceparents, payloads, sequences, divisions, confidentials)
             with ordinality as event (event_id, topic, key, type, at, traceparent, data, sequence, division,
                                       confidential, n)
    order by n;
    return cardinality(event_ids);
end
$$;
