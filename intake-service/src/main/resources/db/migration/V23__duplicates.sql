-- 重复诉求. The request that one repeats, which repeats none itself.
create table duplicate_request (
    request_id  uuid primary key references request,
    original_id uuid        not null references request,
    linked_by   text        not null,
    linked_at   timestamptz not null,
    check (request_id <> original_id)
);
create index duplicate_request_of_original on duplicate_request (original_id);

-- What whoever asked the same said to the original's answer; the original's own round is none of theirs.
create table told_original (
    request_id    uuid        not null references request,
    work_order_id uuid        not null,
    round         int         not null,
    solved        text        not null,
    satisfied     text        not null,
    told_by       text        not null,
    told_at       timestamptz not null,
    primary key (request_id, work_order_id, round)
);

-- What may be the same is looked for while somebody types.
create index request_of_grid on request (grid_code, category_code, visited_at desc);

-- As before, and the answer to the original for who asked the same, while their own order has none.
drop view waiting_echo;
create view waiting_echo as
select request.id as request_id, visit_id, request.team_code, request.grid_code, category_code, text, visited_at,
       number, known.round, result_code, answer, answered_at,
       category_code = 'ZX02' or known.confidential as confidential, visit.recorded_by, null::uuid as original_id
from request
join visit on visit.id = request.visit_id
join known_work_order known on known.request_id = request.id
where request.outcome = 'FORWARDED' and known.answered_round = known.round and known.ended is null
  and not exists (select from follow_up
                  where follow_up.request_id = request.id and follow_up.round = known.round)
union all
select request.id, visit_id, request.team_code, request.grid_code, category_code, text, visited_at,
       original.number, original.round, original.result_code, original.answer, original.answered_at,
       category_code = 'ZX02' or original.confidential, visit.recorded_by, original_id
from duplicate_request duplicate
join request on request.id = duplicate.request_id
join visit on visit.id = request.visit_id
join known_work_order original on original.request_id = original_id
left join known_work_order own on own.request_id = request.id
where original.answered_round = original.round
  and own.ended is null and own.answered_round is distinct from coalesce(own.round, 0)
  and not exists (select from told_original told
                  where told.request_id = request.id and told.work_order_id = original.id
                    and told.round = original.round);
