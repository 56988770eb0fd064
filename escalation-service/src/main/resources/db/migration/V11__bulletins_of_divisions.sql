-- What stands for a confidential matter wherever it is counted: drawn at random, so that nothing leads back (DOMAIN §7).
alter table request_copy add column alias uuid not null default gen_random_uuid();
alter table dispatch_copy add column alias uuid not null default gen_random_uuid();

-- Since when a county's requests are told as they happen: history that was brought along has no such moment.
alter table request_copy add column told_at timestamptz;
create index request_copy_told on request_copy (grid_code, told_at) where told_at is not null;
create index request_copy_confidential on request_copy (visited_at) where category_code = 'ZX02';

-- What happened, whatever it is about: the definition of every figure (DOMAIN §6), as "evidence" was before.
alter view evidence rename to open_evidence;
create view fact as
    select 'collected' as figure, request_id::text as subject, alias, grid_code, null::text as department, category_code,
           category_code = 'ZX02' as confidential, visited_at as at, null::timestamptz as due_at,
           null::timestamptz as stopped_at, true as counted
    from request_copy
union all
    select 'on-spot', request_id::text, alias, grid_code, null, category_code, category_code = 'ZX02', visited_at, null,
           null, true
    from request_copy where on_spot
union all
    select 'forwarded', request_id::text, alias, grid_code, null, category_code, category_code = 'ZX02', visited_at,
           null, null, true
    from request_copy where not on_spot
union all
    select 'on-spot-rate', request_id::text, alias, grid_code, null, category_code, category_code = 'ZX02', visited_at,
           null, null, on_spot
    from request_copy
union all
    -- Fell due: its partition has been seen up to the due moment, so a stop in time would be known. History has been
    -- told whole. A run that ended without blame counts for nobody.
    select case kind when 'SIGN' then 'sign-on-time-rate' else 'reply-on-time-rate' end,
           work_order_number || '/' || dispatch_no,
           (select alias from dispatch_copy told
            where told.work_order_id = clock.work_order_id and told.dispatch_no = clock.dispatch_no),
           grid_code, department, category_code, confidential, due_at, due_at, stopped_at,
           stopped_at is not null and stopped_at <= due_at
    from sla_clock clock
    where kind in ('SIGN', 'REPLY') and ended_at is null
      and due_at <= case when imported then now() else (
          select up_to from seen_up_to seen
          where seen.topic = 'routing.work-orders' and seen.partition = clock.partition) end
union all
    select 'return-rate', work_order_number || '/' || dispatch_no, alias, grid_code, department, category_code,
           confidential, dispatched_at, null, null, returned_at is not null
    from dispatch_copy
union all
    select 'rework-rate', work_order_number || '/' || dispatch_no, alias, grid_code, department, category_code,
           confidential, dispatched_at, null, null, reworked_at is not null
    from dispatch_copy
union all
    select 'solved-rate', work_order_number || '/' || dispatch_no, alias, grid_code, department, category_code,
           confidential, followed_up_at, null, null, solved = 'YES'
    from follow_up_copy join dispatch_copy using (work_order_id, dispatch_no) where solved <> 'NO_ANSWER'
union all
    select 'satisfied-rate', work_order_number || '/' || dispatch_no, alias, grid_code, department, category_code,
           confidential, followed_up_at, null, null, satisfied = 'YES'
    from follow_up_copy join dispatch_copy using (work_order_id, dispatch_no) where satisfied <> 'NO_ANSWER'
union all
    select 'answer-rate', work_order_number || '/' || dispatch_no, alias, grid_code, department, category_code,
           confidential, followed_up_at, null, null, solved <> 'NO_ANSWER' or satisfied <> 'NO_ANSWER'
    from follow_up_copy join dispatch_copy using (work_order_id, dispatch_no);
drop view open_evidence;

-- The rows behind every figure. "at" decides the month; a row that is "counted" is in the numerator, every row in the
-- denominator. A dispatch is one order given to one department. A confidential matter counts in its county and month:
-- it has no grid, no exact time and no number. Apart from the others, whose moments can be looked for in an index.
create view evidence as
    select figure, subject, grid_code, department, category_code, confidential, at, due_at, stopped_at, counted
    from fact where not confidential
union all
    select figure, 'ZX02/' || alias, left(grid_code, 6), null, null, true,
           date_trunc('month', at, 'Asia/Shanghai'), null, null, counted
    from fact where confidential;

-- Bulletins are of a division, numbered by the year of the month they report on, with a running total: both without gaps.
create table bulletin_total (
    division text primary key,
    last     int not null
);
alter table bulletin add column division text, add column total int;
update bulletin set division = coalesce((select left(grid_code, 6) from request_copy limit 1), '000000');
alter table bulletin drop constraint bulletin_month_key, drop constraint bulletin_year_issue_key;
update bulletin set year = left(month, 4)::int, issue = numbered.issue, total = numbered.total
from (select id, row_number() over (partition by division, left(month, 4) order by issued_at, id) as issue,
             row_number() over (partition by division order by issued_at, id) as total
      from bulletin) numbered
where numbered.id = bulletin.id;
insert into bulletin_total select division, count(*) from bulletin group by division;
drop table bulletin_number;
alter table bulletin alter division set not null, alter total set not null,
    add unique (division, month), add unique (division, year, issue), add unique (division, total);

-- So are notices, by the year in which they are issued.
alter table supervision_notice add column division text generated always as (left(grid_code, 6)) stored;
alter table supervision_notice drop constraint supervision_notice_year_issue_key;
update supervision_notice set issue = numbered.issue
from (select id, row_number() over (partition by left(grid_code, 6), year order by issued_at, id) as issue
      from supervision_notice) numbered
where numbered.id = supervision_notice.id;
alter table supervision_notice add unique (division, year, issue);
drop table notice_number;
create table notice_number (
    division text not null,
    year     int  not null,
    last     int  not null,
    primary key (division, year)
);
insert into notice_number select division, year, count(*) from supervision_notice group by division, year;

-- What is known of requests as well: a month is over when both its requests and its orders have been seen.
create or replace view seen_up_to as
    select topic, partition, seen_up_to as up_to
    from inbox_position
    where consumer_group in ('escalation.work-orders', 'escalation.requests') and seen_up_to is not null;
