-- Once for each round of a work order.
create table follow_up (
    request_id     uuid        not null references request,
    round          int         not null,
    solved         text        not null,
    satisfied      text        not null,
    -- Absent for history.
    followed_up_by text,
    followed_up_at timestamptz not null,
    primary key (request_id, round)
);

-- Answered in the round it is in, not ended, and that round not followed up: the team must bring the answer.
create view waiting_echo as
select request.id as request_id, visit_id, team_code, grid_code, category_code, text, visited_at,
       number, known.round, result_code, answer, answered_at
from request
join known_work_order known on known.request_id = request.id
where request.outcome = 'FORWARDED' and known.answered_round = known.round and known.ended is null
  and not exists (select from follow_up
                  where follow_up.request_id = request.id and follow_up.round = known.round);
