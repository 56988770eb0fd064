-- 工单号. Gaps are allowed: a number names an order, it does not count them.
create sequence work_order_number;

-- 工单.
create table work_order (
    id                uuid primary key,
    number            text        not null unique,
    request_id        uuid        not null unique,
    grid_code         text        not null,
    category_code     text        not null,
    urgency           text        not null,
    text              text        not null,
    anonymous         boolean     not null,
    citizen_name      text,
    citizen_phone     text,
    team_code         text        not null,
    visited_at        timestamptz not null,
    confidential      boolean     not null,
    imported          boolean     not null,
    opened_at         timestamptz not null,
    state             text        not null,
    version           int         not null,
    round             int         not null,
    dispatches        int         not null,
    returns           int         not null,
    ruled             boolean     not null,
    -- the dispatch in force
    lead              text,
    assisting         text[],
    rule_id           uuid,
    catalogue_version int,
    clause            text,
    dispatched_at     timestamptz,
    signed_at         timestamptz,
    -- the reply under review or accepted
    result_code       text,
    reply_text        text,
    contact_log       text,
    replied_at        timestamptz,
    accepted_at       timestamptz,
    closed_at         timestamptz,
    since             timestamptz not null generated always as (coalesce(dispatched_at, opened_at)) stored
);
-- Every usual list walks one of these in its order: of a department or of all, in one state or in any.
create index work_order_of_lead_in_state on work_order (lead, state, since, id);
create index work_order_of_lead on work_order (lead, since, id);
-- Without a list of pending entries, which every read would have to look through while orders come in.
create index work_order_of_assisting on work_order using gin (assisting) with (fastupdate = off);
create index work_order_of_team on work_order (team_code, since, id);
create index work_order_in_state on work_order (state, since, id);
create index work_order_in_order on work_order (since, id);
create index work_order_visited on work_order (visited_at);

-- What was done to a work order, by whom, and what was said.
create table work_order_timeline (
    work_order_id uuid        not null references work_order,
    entry         bigint generated always as identity,
    at            timestamptz not null,
    action        text        not null,
    done_by       text        not null,
    department    text,
    words         text,
    primary key (work_order_id, entry)
);

create function timeline_is_append_only() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the timeline of a work order cannot be edited';
end
$$;
create trigger append_only
    before update or delete
    on work_order_timeline
    for each statement
execute function timeline_is_append_only();
