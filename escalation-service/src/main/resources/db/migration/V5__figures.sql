-- Copies of what other services told, as far as figures need it.
create table request_copy (
    request_id    uuid primary key,
    grid_code     text        not null,
    category_code text        not null,
    visited_at    timestamptz not null,
    on_spot       boolean     not null
);
create index request_copy_visited on request_copy (visited_at);

create table dispatch_copy (
    work_order_id     uuid        not null,
    dispatch_no       int         not null,
    work_order_number text        not null,
    department        text        not null,
    grid_code         text        not null,
    category_code     text        not null,
    confidential      boolean     not null,
    dispatched_at     timestamptz not null,
    returned_at       timestamptz,
    reworked_at       timestamptz,
    primary key (work_order_id, dispatch_no)
);
create index dispatch_copy_dispatched on dispatch_copy (dispatched_at);

create table follow_up_copy (
    event_id       uuid primary key,
    work_order_id  uuid        not null,
    dispatch_no    int         not null,
    followed_up_at timestamptz not null,
    solved         text        not null,
    satisfied      text        not null,
    foreign key (work_order_id, dispatch_no) references dispatch_copy
);
create index follow_up_copy_at on follow_up_copy (followed_up_at);

create table department_name (
    code text primary key,
    name text not null
);

-- The rows behind every figure, and so its definition (DOMAIN §6). "at" decides the month; a row that is "counted" is in
-- the numerator, every row in the denominator. A dispatch is one order given to one department.
create view evidence as
    select 'collected' as figure, request_id::text as subject, grid_code, null::text as department, category_code,
           category_code = 'ZX02' as confidential, visited_at as at, null::timestamptz as due_at,
           null::timestamptz as stopped_at, true as counted
    from request_copy
union all
    select 'on-spot', request_id::text, grid_code, null, category_code, category_code = 'ZX02', visited_at, null, null,
           true
    from request_copy where on_spot
union all
    select 'forwarded', request_id::text, grid_code, null, category_code, category_code = 'ZX02', visited_at, null,
           null, true
    from request_copy where not on_spot
union all
    select 'on-spot-rate', request_id::text, grid_code, null, category_code, category_code = 'ZX02', visited_at, null,
           null, on_spot
    from request_copy
union all
    -- Fell due: its partition has been seen up to the due moment, so a stop in time would be known. History has been
    -- told whole. A run that ended without blame counts for nobody.
    select 'sign-on-time-rate', work_order_number || '/' || dispatch_no, grid_code, department, category_code,
           confidential, due_at, due_at, stopped_at, stopped_at is not null and stopped_at <= due_at
    from sla_clock clock
    where kind = 'SIGN' and ended_at is null
      and due_at <= case when imported then now() else (
          select up_to from seen_up_to seen
          where seen.topic = 'routing.work-orders' and seen.partition = clock.partition) end
union all
    select 'reply-on-time-rate', work_order_number || '/' || dispatch_no, grid_code, department, category_code,
           confidential, due_at, due_at, stopped_at, stopped_at is not null and stopped_at <= due_at
    from sla_clock clock
    where kind = 'REPLY' and ended_at is null
      and due_at <= case when imported then now() else (
          select up_to from seen_up_to seen
          where seen.topic = 'routing.work-orders' and seen.partition = clock.partition) end
union all
    select 'return-rate', work_order_number || '/' || dispatch_no, grid_code, department, category_code, confidential,
           dispatched_at, null, null, returned_at is not null
    from dispatch_copy
union all
    select 'rework-rate', work_order_number || '/' || dispatch_no, grid_code, department, category_code, confidential,
           dispatched_at, null, null, reworked_at is not null
    from dispatch_copy
union all
    select 'solved-rate', work_order_number || '/' || dispatch_no, grid_code, department, category_code, confidential,
           followed_up_at, null, null, solved = 'YES'
    from follow_up_copy join dispatch_copy using (work_order_id, dispatch_no) where solved <> 'NO_ANSWER'
union all
    select 'satisfied-rate', work_order_number || '/' || dispatch_no, grid_code, department, category_code,
           confidential, followed_up_at, null, null, satisfied = 'YES'
    from follow_up_copy join dispatch_copy using (work_order_id, dispatch_no) where satisfied <> 'NO_ANSWER'
union all
    select 'answer-rate', work_order_number || '/' || dispatch_no, grid_code, department, category_code, confidential,
           followed_up_at, null, null, solved <> 'NO_ANSWER' or satisfied <> 'NO_ANSWER'
    from follow_up_copy join dispatch_copy using (work_order_id, dispatch_no);
