-- 到期时间. When the clocks of an order are due, as escalation has told last (ADR 0035). Nothing refers to the order: what is
-- told before the order is known here waits in this table for it.
create table work_order_clock (
    work_order_id uuid        not null,
    clock         text        not null,
    dispatch_no   int         not null,
    started_at    timestamptz not null,
    due_at        timestamptz not null,
    primary key (work_order_id, clock)
);

-- The clock that runs while an order is in a state; of the others it does not matter when they are due.
create function running_clock(state text) returns text
    language sql immutable
return case state
    when 'AWAITING_SIGN' then 'SIGN'
    when 'IN_PROGRESS' then 'REPLY'
    when 'RETURN_REVIEW' then 'REVIEW'
    when 'REPLY_REVIEW' then 'REVIEW'
    when 'ARBITRATION' then 'ARBITRATION'
end;

-- 清单. An order stands in the list of its county (all) and in that of each department that leads or assists (of:code), in
-- each with what lists are asked by. So every list is walked in its order, and one changed order changes few small rows.
create table work_order_listed (
    work_order_id uuid        not null,
    list          text        not null collate "C",
    -- whether it is the list of the lead
    leads         boolean     not null,
    county        text        not null collate "C",
    state         text        not null collate "C",
    since         timestamptz not null,
    -- the year 3000 where no clock runs: behind all others
    due_at        timestamptz not null,
    category_code text        not null collate "C",
    grid_code     text        not null collate "C",
    confidential  boolean     not null,
    visited_at    timestamptz not null,
    primary key (work_order_id, list)
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02,
        autovacuum_analyze_scale_factor = 0.02);
-- With all that is filtered by: totals are counted in it without a look at the table.
create index work_order_listed_by_due on work_order_listed (county, list, state, due_at, work_order_id)
    include (leads, category_code, grid_code, confidential, visited_at);
create index work_order_listed_by_since on work_order_listed (county, list, state, since, work_order_id);

-- The counties that have lists: few, and each walked by itself for whoever sees several.
create table work_order_county (
    county text primary key collate "C"
);

create function is_settled(state text) returns boolean
    language sql immutable parallel safe
return state in ('CLOSED', 'MERGED', 'NOT_ACCEPTED', 'WITHDRAWN');

-- 已结工单数. How many settled orders a list has, by what totals are asked for. Nine of ten are settled: they are counted
-- when they settle and not whenever a list is shown. What comes and goes is added as a row, for which nobody waits, and
-- rows of one kind are added up every hour (SettledOrders).
create table work_order_settled (
    county        text    not null collate "C",
    list          text    not null collate "C",
    state         text    not null collate "C",
    category_code text    not null collate "C",
    township      text    not null collate "C",
    confidential  boolean not null,
    orders        bigint  not null
);
create index work_order_settled_of_list on work_order_settled (county, list)
    include (state, category_code, township, confidential, orders);

create function count_settled() returns trigger
    language plpgsql as
$$
begin
    if tg_op <> 'INSERT' then
        insert into work_order_settled
        select county, list, state, category_code, left(grid_code, 9), confidential, -count(*)
        from earlier where is_settled(state)
        group by county, list, state, category_code, left(grid_code, 9), confidential;
    end if;
    if tg_op <> 'DELETE' then
        insert into work_order_settled
        select county, list, state, category_code, left(grid_code, 9), confidential, count(*)
        from changed where is_settled(state)
        group by county, list, state, category_code, left(grid_code, 9), confidential;
    end if;
    return null;
end
$$;
create trigger settled_counted_when_listed after insert on work_order_listed
    referencing new table as changed for each statement execute function count_settled();
create trigger settled_counted_when_changed after update on work_order_listed
    referencing old table as earlier new table as changed for each statement execute function count_settled();
create trigger settled_counted_when_removed after delete on work_order_listed
    referencing old table as earlier for each statement execute function count_settled();

-- Whoever stores an order lists it; whoever learns a due time locks the order first, so that neither overlooks the other.
create function list_work_orders() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        insert into work_order_county select distinct left(grid_code, 6) from changed on conflict do nothing;
    else
        delete from work_order_listed listed using changed
        where listed.work_order_id = changed.id and listed.list <> 'all'
          and listed.list <> coalesce('of:' || changed.lead, '')
          and not substr(listed.list, 4) = any (coalesce(changed.assisting, '{}'));
    end if;
    insert into work_order_listed
    select changed.id, place.list, place.list = coalesce('of:' || changed.lead, ''), left(changed.grid_code, 6), changed.state, changed.since,
           coalesce(clock.due_at, '3000-01-01 00:00Z'), changed.category_code, changed.grid_code, changed.confidential,
           changed.visited_at
    from changed
        cross join lateral (
            select 'all' as list
            union select 'of:' || department from unnest(changed.assisting || changed.lead) department
            where department is not null) place
        left join work_order_clock clock on clock.work_order_id = changed.id
            and clock.clock = running_clock(changed.state) and clock.dispatch_no = changed.dispatches
    on conflict (work_order_id, list) do update
    set leads = excluded.leads, state = excluded.state, since = excluded.since, due_at = excluded.due_at, category_code = excluded.category_code
    where (work_order_listed.leads, work_order_listed.state, work_order_listed.since, work_order_listed.due_at, work_order_listed.category_code)
        is distinct from (excluded.leads, excluded.state, excluded.since, excluded.due_at, excluded.category_code);
    return null;
end
$$;

insert into work_order_listed
select id, place.list, place.list = coalesce('of:' || lead, ''), left(grid_code, 6), state, since, '3000-01-01 00:00Z', category_code, grid_code, confidential, visited_at
from work_order cross join lateral (
    select 'all' as list
    union select 'of:' || department from unnest(assisting || lead) department where department is not null) place;

insert into work_order_county select distinct left(grid_code, 6) from work_order;

create trigger listed_when_opened after insert on work_order
    referencing new table as changed for each statement execute function list_work_orders();
create trigger listed_when_changed after update on work_order
    referencing new table as changed for each statement execute function list_work_orders();

-- What these were for is read from the lists. An order that moves on touches no index of its own any longer.
drop index work_order_of_lead_in_state, work_order_of_lead, work_order_of_assisting, work_order_in_state,
    work_order_in_order;
alter table work_order set (fillfactor = 80);
