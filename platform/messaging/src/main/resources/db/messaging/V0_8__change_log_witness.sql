-- Links what has no link, and says each new link to the service's topic of witnesses (ADR 0019), in one statement: there is
-- no link that was not said.
create function link_and_witness(above bigint, most int, event_id uuid, topic text, key text, type text)
    returns table (added int, highest bigint, oldest_open xid8, next_transaction xid8)
    language plpgsql volatile
as
$$
declare
    linked record;
begin
    select * into linked from link_changes(above, most);
    if not found then
        return;
    end if;
    if linked.added > 0 then
        perform append_to_outbox(
            array [event_id], array [topic], array [key], array [type], array [null]::timestamptz[], array [null]::text[],
            (select array [convert_to(jsonb_build_object(
                        'first', min(l.link), 'hashes', jsonb_agg(encode(l.hash, 'hex') order by l.link))::text, 'UTF8')]
             from change_log_link l
             where l.link > linked.link - linked.added));
    end if;
    added := linked.added;
    highest := linked.highest;
    oldest_open := linked.oldest_open;
    next_transaction := linked.next_transaction;
    return next;
end
$$;
