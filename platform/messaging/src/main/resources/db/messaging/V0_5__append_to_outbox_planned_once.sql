-- As before, in plpgsql, which plans it once a connection: in SQL it is set up anew each time, which together with
-- claim_answer cost a submission a quarter of its time in the database.
create or replace function append_to_outbox(event_ids uuid[], topics text[], keys text[], types text[],
                                            happened timestamptz[], traceparents text[], payloads bytea[])
    returns bigint
    language plpgsql volatile
as
$$
begin
    insert into outbox (event_id, topic, key, type, happened_at, traceparent, data)
    select event.event_id, event.topic, event.key, event.type, coalesce(event.at, clock_timestamp()),
           event.traceparent, event.data
    from unnest(event_ids, topics, keys, types, happened, traceparents, payloads)
             with ordinality as event (event_id, topic, key, type, at, traceparent, data, n)
    order by n;
    return cardinality(event_ids);
end
$$;
