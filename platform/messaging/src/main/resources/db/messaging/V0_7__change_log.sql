-- Who did what, when and from where (ADR 0019). Rows are written in the transaction of the change and never changed.
create table change_log (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default clock_timestamp(),
    -- Null: the service itself.
    actor        text,
    username     text,
    roles        text,
    division     text,
    address      text,
    agent        text,
    operation    text        not null,
    subject      text,
    confidential boolean     not null,
    digest       bytea
);
create index change_log_of_subject on change_log (subject, id) where subject is not null;

-- The chain: each link's hash is SHA-256 over the hash before it and the content of its change. Without a foreign key,
-- which would lock and so write each change once more: the check asks for it.
create table change_log_link (
    link      bigint primary key,
    change_id bigint not null unique,
    hash      bytea  not null
);

create function change_log_is_append_only() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the log of changes cannot be edited';
end
$$;
create trigger append_only
    before update or delete or truncate
    on change_log
    for each statement
execute function change_log_is_append_only();
create trigger append_only
    before update or delete or truncate
    on change_log_link
    for each statement
execute function change_log_is_append_only();

-- The one way into the log, also for statements that do everything by themselves.
create function log_change(actor text, username text, roles text, division text, address text, agent text,
                           operation text, subject text, confidential boolean, digest bytea) returns boolean
    language plpgsql volatile
as
$$
begin
    insert into change_log (actor, username, roles, division, address, agent, operation, subject, confidential, digest)
    values (actor, username, roles, division, address, agent, operation, subject, confidential, digest);
    return true;
end
$$;

-- What is hashed of a change. ChangeLogCheck says the same again, with what PostgreSQL brings along alone.
create function change_content(change change_log) returns bytea
    language sql stable
as
$$
select convert_to(jsonb_build_array(change.id, (extract(epoch from change.at) * 1000000)::bigint, change.actor,
                                    change.username, change.roles, change.division, change.address, change.agent,
                                    change.operation, change.subject, change.confidential,
                                    encode(change.digest, 'hex'))::text, 'UTF8')
$$;

create function next_link_hash(state bytea, head bytea, content bytea) returns bytea
    language plpgsql immutable
as
$$
begin
    return sha256(coalesce(state, head) || content);
end
$$;
create aggregate link_hash(head bytea, content bytea) (sfunc = next_link_hash, stype = bytea);

-- Links what is committed and has no link, oldest id first, unless somebody else is at it: then it answers nothing. Ids
-- are drawn before they commit, so one that comes late is linked late. No transaction below oldest_open was open before
-- it looked, and whoever drew an id below one that it saw has a number below next_transaction.
create function link_changes(above bigint, most int)
    returns table (added int, link bigint, hash bytea, highest bigint, oldest_open xid8, next_transaction xid8)
    language plpgsql volatile
    -- Both tables are walked by their keys, from where it is worth it: statistics of an empty log would mislead.
    set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off
as
$$
declare
    head change_log_link;
begin
    if not pg_try_advisory_xact_lock(120299592444215) then
        return;
    end if;
    oldest_open := pg_snapshot_xmin(pg_current_snapshot());
    select * into head from change_log_link l order by l.link desc limit 1;
    insert into change_log_link (link, change_id, hash)
    select coalesce(head.link, 0) + row_number() over in_order, fresh.id,
           link_hash(coalesce(head.hash, ''), content) over in_order
    from (select c.id, change_content(c) as content
          from change_log c
          where c.id > above
            and not exists (select from change_log_link l where l.change_id = c.id and l.change_id > above)
          order by c.id
          limit most) fresh
    window in_order as (order by fresh.id);
    get diagnostics added = row_count;
    select max(l.change_id) into highest from change_log_link l;
    -- Drawn after it has looked, or with its first row and so after the look as well.
    next_transaction := pg_current_xact_id();
    select l.link, l.hash into link, hash from change_log_link l order by l.link desc limit 1;
    return next;
end
$$;
