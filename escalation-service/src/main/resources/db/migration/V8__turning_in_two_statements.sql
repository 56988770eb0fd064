-- A run of a clock with its turns and its rungs, each in its order.
create view clock_run as
    select clock.*, clock.allowed_millis as allowed, clock.notice_after_millis as notice_after, turn.*, rung.*
    from sla_clock clock
    cross join lateral (
        select coalesce(array_agg(kind order by at, kind), '{}') as turns,
               coalesce(array_agg(at order by at, kind), '{}') as turned_at
        from clock_turn where clock_id = clock.id) turn
    cross join lateral (
        select coalesce(array_agg(rung order by rung_at, fired_at, rung), '{}') as rungs,
               coalesce(array_agg(rung_at order by rung_at, fired_at, rung), '{}') as rung_at,
               coalesce(array_agg(fired_at order by rung_at, fired_at, rung), '{}') as fired_at,
               coalesce(array_agg(late_noticed order by rung_at, fired_at, rung), '{}') as late_noticed
        from clock_rung where clock_id = clock.id) rung;

-- The runs that events turn: those of a kind and of the very dispatch, or with no kind all up to the dispatch. First they
-- are locked, so that firing waits, and then read: a row that was waited for comes in its newest version, but what a
-- statement joins to it is as old as the statement. Each statement of a function sees what was committed before it.
create function lock_clock_runs(work_orders uuid[], dispatch_nos int[], of_kind text) returns setof clock_run
language plpgsql as $$
declare
    locked uuid[];
begin
    select array_agg(run.id) into locked
    from (select clock.id
          from unnest(work_orders, dispatch_nos) as asked (work_order_id, dispatch_no)
          join sla_clock clock on clock.work_order_id = asked.work_order_id
              and (clock.kind = of_kind and clock.dispatch_no = asked.dispatch_no
                   or of_kind is null and clock.dispatch_no <= asked.dispatch_no)
          order by clock.id for update of clock) run;
    return query select * from clock_run where id = any (locked);
end
$$;
