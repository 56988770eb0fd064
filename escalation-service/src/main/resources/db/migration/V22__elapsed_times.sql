-- 用时. How long each step took (DOMAIN §6), by when it was done: a void run counts for nobody, nor does a clock that only
-- the citizen's withdrawal has stopped; a reply counts once it is accepted, and an order is closed from its first dispatch
-- on, through all its rounds.
create view elapsed_time as
    select case kind when 'SIGN' then 'time-to-sign' else 'time-to-reply' end as code, grid_code, department,
           confidential, started_at, stopped_at as done_at
    from sla_clock clock
    where kind in ('SIGN', 'REPLY') and ended_at is null and stopped_at is not null
      and not exists (select from refused_order gone where gone.work_order_id = clock.work_order_id and refused_at <= stopped_at)
      -- The log of a REPLY clock has the submission and then the acceptance.
      and (kind = 'SIGN'
           or (select count(*) from clock_turn turn
               where turn.clock_id = clock.id and turn.kind = 'STOPPED' and turn.at >= clock.stopped_at) > 1)
union all
    select 'time-to-close', answered.grid_code, answered.department, answered.confidential, first.dispatched_at,
           followed_up_at
    from follow_up_copy
    join dispatch_copy answered using (work_order_id, dispatch_no)
    join dispatch_copy first on first.work_order_id = answered.work_order_id and first.dispatch_no = 1
    where solved <> 'NO';
