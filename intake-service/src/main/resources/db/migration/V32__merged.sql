-- 并案. As before, and the answer to the order that goes on for who asked for what was merged into it.
create or replace view waiting_echo as
select request.id as request_id, visit_id, request.team_code, request.grid_code, category_code, text, visited_at,
       number, known.round, result_code, answer, answered_at,
       category_code = 'ZX02' or known.confidential as confidential, visit.recorded_by, null::uuid as original_id
from request
left join visit on visit.id = request.visit_id
join known_work_order known on known.request_id = request.id
where request.outcome = 'FORWARDED' and known.answered_round = known.round and known.ended is null
  and not exists (select from withdrawal where withdrawal.request_id = request.id)
  and not exists (select from follow_up
                  where follow_up.request_id = request.id and follow_up.round = known.round)
union all
select request.id, visit_id, request.team_code, request.grid_code, category_code, text, visited_at,
       original.number, original.round, original.result_code, original.answer, original.answered_at,
       category_code = 'ZX02' or original.confidential, visit.recorded_by, original_id
from duplicate_request duplicate
join request on request.id = duplicate.request_id
left join visit on visit.id = request.visit_id
join known_work_order original on original.request_id = original_id
left join known_work_order own on own.request_id = request.id
where original.answered_round = original.round
  and (own.ended is null or own.ended = 'MERGED') and own.answered_round is distinct from coalesce(own.round, 0)
  and not exists (select from withdrawal where withdrawal.request_id = request.id)
  and not exists (select from told_original told
                  where told.request_id = request.id and told.work_order_id = original.id
                    and told.round = original.round);
