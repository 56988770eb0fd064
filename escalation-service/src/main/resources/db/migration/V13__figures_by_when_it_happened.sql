-- 退单. Every return and what the desk decided, each when it happened (DOMAIN §6). What was known before: that a dispatch
-- was returned, and from the log of its REPLY clock what became of it.
create table return_copy (
    event_id      uuid primary key,
    work_order_id uuid        not null,
    dispatch_no   int         not null,
    department    text        not null,
    step          text        not null check (step in ('REQUESTED', 'ACCEPTED', 'REJECTED')),
    happened_at   timestamptz not null,
    foreign key (work_order_id, dispatch_no) references dispatch_copy
);
create index return_copy_at on return_copy (happened_at);
create index return_copy_of_order on return_copy (work_order_id);
insert into return_copy
select gen_random_uuid(), work_order_id, dispatch_no, department, 'REQUESTED', returned_at
from dispatch_copy where returned_at is not null;
insert into return_copy
select turn.event_id, told.work_order_id, told.dispatch_no, told.department,
       case turn.kind when 'RELEASED' then 'REJECTED' else 'ACCEPTED' end, turn.at
from dispatch_copy told
join sla_clock clock on clock.work_order_id = told.work_order_id and clock.dispatch_no = told.dispatch_no
    and clock.kind = 'REPLY'
join clock_turn turn on turn.clock_id = clock.id and turn.kind in ('RELEASED', 'ENDED')
where told.returned_at is not null
  -- The first end of an order's first return; the office ends the second.
  and (turn.kind = 'RELEASED'
       or turn.at = (select min(at) from clock_turn ended where ended.clock_id = clock.id and ended.kind = 'ENDED')
          and not exists (select from clock_turn released
                          where released.clock_id = clock.id and released.kind = 'RELEASED')
          and not exists (select from dispatch_copy before
                          where before.work_order_id = told.work_order_id and before.dispatch_no < told.dispatch_no
                            and before.returned_at is not null));

-- A clock belongs to the month in which it first fell due, wherever pauses have moved it since.
alter table sla_clock add column first_due_at timestamptz;
update sla_clock set first_due_at = started_at + allowed_millis * interval '1 millisecond';
alter table sla_clock alter first_due_at set not null;
create index sla_clock_first_due on sla_clock (first_due_at);

drop view evidence;
drop view fact;
alter table dispatch_copy drop column returned_at, drop column reworked_at;

-- What happened, whatever it is about: the definition of every figure (DOMAIN §6). Where it counts orders "once" a month
-- there is one row for each department that had the order in the month, and the first of them is the one that is counted.
create view fact as
    select 'collected' as figure, request_id::text as subject, alias, grid_code, null::text as department, category_code,
           category_code = 'ZX02' as confidential, visited_at as at, null::timestamptz as due_at,
           null::timestamptz as stopped_at, true as counted, false as once
    from request_copy
union all
    select 'on-spot', request_id::text, alias, grid_code, null, category_code, category_code = 'ZX02', visited_at, null,
           null, true, false
    from request_copy where on_spot
union all
    select 'forwarded', request_id::text, alias, grid_code, null, category_code, category_code = 'ZX02', visited_at,
           null, null, true, false
    from request_copy where not on_spot
union all
    select 'on-spot-rate', request_id::text, alias, grid_code, null, category_code, category_code = 'ZX02', visited_at,
           null, null, on_spot, false
    from request_copy
union all
    -- Fell due: its partition has been seen up to the moment when it first did, so a stop by then would be known. History
    -- has been told whole. A run that ended without blame counts for nobody.
    select case kind when 'SIGN' then 'sign-on-time-rate' else 'reply-on-time-rate' end,
           work_order_number || '/' || dispatch_no,
           (select alias from dispatch_copy told
            where told.work_order_id = clock.work_order_id and told.dispatch_no = clock.dispatch_no),
           grid_code, department, category_code, confidential, first_due_at, due_at, stopped_at,
           stopped_at is not null and stopped_at <= due_at, false
    from sla_clock clock
    where kind in ('SIGN', 'REPLY') and ended_at is null
      and first_due_at <= case when imported then now() else (
          select up_to from seen_up_to seen
          where seen.topic = 'routing.work-orders' and seen.partition = clock.partition) end
union all
    select 'dispatched', work_order_number,
           (select alias from dispatch_copy first
            where first.work_order_id = told.work_order_id order by dispatch_no limit 1),
           grid_code, department, category_code, confidential, dispatched_at, null, null,
           not exists (
               select from dispatch_copy before
               where before.work_order_id = told.work_order_id and before.dispatch_no < told.dispatch_no
                 and date_trunc('month', before.dispatched_at, 'Asia/Shanghai')
                     = date_trunc('month', told.dispatched_at, 'Asia/Shanghai')), true
    from dispatch_copy told
    where not exists (
        select from dispatch_copy before
        where before.work_order_id = told.work_order_id and before.dispatch_no < told.dispatch_no
          and before.department = told.department
          and date_trunc('month', before.dispatched_at, 'Asia/Shanghai')
              = date_trunc('month', told.dispatched_at, 'Asia/Shanghai'))
union all
    select 'returned', work_order_number,
           (select alias from dispatch_copy first
            where first.work_order_id = told.work_order_id order by dispatch_no limit 1),
           grid_code, told.department, category_code, confidential, happened_at, null, null,
           not exists (
               select from return_copy before
               where before.work_order_id = told.work_order_id and before.step = 'REQUESTED'
                 and (before.happened_at, before.event_id) < (told.happened_at, told.event_id)
                 and date_trunc('month', before.happened_at, 'Asia/Shanghai')
                     = date_trunc('month', told.happened_at, 'Asia/Shanghai')), true
    from return_copy told join dispatch_copy using (work_order_id, dispatch_no)
    where step = 'REQUESTED'
      and not exists (
          select from return_copy before
          where before.work_order_id = told.work_order_id and before.step = 'REQUESTED'
            and (before.happened_at, before.event_id) < (told.happened_at, told.event_id)
            and before.department = told.department
            and date_trunc('month', before.happened_at, 'Asia/Shanghai')
                = date_trunc('month', told.happened_at, 'Asia/Shanghai'))
union all
    select case step when 'ACCEPTED' then 'returns-accepted' else 'returns-rejected' end,
           work_order_number || '/' || dispatch_no, alias, grid_code, told.department, category_code, confidential,
           happened_at, null, null, true, false
    from return_copy told join dispatch_copy using (work_order_id, dispatch_no) where step <> 'REQUESTED'
union all
    select 'rework-rate', work_order_number || '/' || dispatch_no, alias, grid_code, department, category_code,
           confidential, followed_up_at, null, null, solved = 'NO', false
    from follow_up_copy join dispatch_copy using (work_order_id, dispatch_no) where solved <> 'NO_ANSWER'
union all
    select 'solved-rate', work_order_number || '/' || dispatch_no, alias, grid_code, department, category_code,
           confidential, followed_up_at, null, null, solved = 'YES', false
    from follow_up_copy join dispatch_copy using (work_order_id, dispatch_no) where solved <> 'NO_ANSWER'
union all
    select 'satisfied-rate', work_order_number || '/' || dispatch_no, alias, grid_code, department, category_code,
           confidential, followed_up_at, null, null, satisfied = 'YES', false
    from follow_up_copy join dispatch_copy using (work_order_id, dispatch_no) where satisfied <> 'NO_ANSWER'
union all
    select 'answer-rate', work_order_number || '/' || dispatch_no, alias, grid_code, department, category_code,
           confidential, followed_up_at, null, null, solved <> 'NO_ANSWER' or satisfied <> 'NO_ANSWER', false
    from follow_up_copy join dispatch_copy using (work_order_id, dispatch_no);

-- The rows behind every figure. "at" decides the month; a row that is "counted" is in the numerator, every row in the
-- denominator; of rows with the same "once" a period longer than a month counts one. A dispatch is one order given to one
-- department. A confidential matter counts in its county and month: it has no grid, no exact time and no number (ADR 0016).
create view evidence as
    select figure, subject, grid_code, department, category_code, confidential, at, due_at, stopped_at, counted,
           case when once then subject end as once
    from fact where not confidential
union all
    select figure, 'ZX02/' || alias, left(grid_code, 6), null, null, true,
           date_trunc('month', at, 'Asia/Shanghai'), null, null, counted, case when once then alias::text end
    from fact where confidential;
