-- Who assists sees a request too, and may ask for the contact.
alter table known_work_order add column assisting text[] not null default '{}';

-- As before, with what tells whose eyes an echo is for: a complaint about officials is for the secretary who took it.
drop view waiting_echo;
create view waiting_echo as
select request.id as request_id, visit_id, request.team_code, request.grid_code, category_code, text, visited_at,
       number, known.round, result_code, answer, answered_at,
       category_code = 'ZX02' or known.confidential as confidential, visit.recorded_by
from request
join visit on visit.id = request.visit_id
join known_work_order known on known.request_id = request.id
where request.outcome = 'FORWARDED' and known.answered_round = known.round and known.ended is null
  and not exists (select from follow_up
                  where follow_up.request_id = request.id and follow_up.round = known.round);
