-- Open311: what comes by it was told on no visit; the team of its grid brings the answer (ADR 0032).
alter table request alter visit_id drop not null;

drop view waiting_echo;
create view waiting_echo as
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
  and own.ended is null and own.answered_round is distinct from coalesce(own.round, 0)
  and not exists (select from withdrawal where withdrawal.request_id = request.id)
  and not exists (select from told_original told
                  where told.request_id = request.id and told.work_order_id = original.id
                    and told.round = original.round);

-- Whom a division has given a key. Of the key only its SHA-256 is here.
create table open311_key (
    id         uuid primary key,
    division   text        not null,
    name       text        not null,
    key_hash   text        not null unique,
    issued_by  text        not null,
    issued_at  timestamptz not null,
    revoked_by text,
    revoked_at timestamptz
);

-- What came by Open311, with which key; the fingerprint tells the same that is sent again.
create table open311_report (
    request_id  uuid primary key references request,
    key_id      uuid        not null references open311_key,
    fingerprint text        not null,
    received_at timestamptz not null
);
create index open311_report_again on open311_report (fingerprint, received_at);

-- 公开审核. What the desk decided that everybody may see, and in which words; without a line nobody sees anything.
create table publication (
    request_id  uuid primary key references request,
    is_public   boolean     not null,
    text        text,
    reviewed_by text        not null,
    reviewed_at timestamptz not null,
    check (not is_public or text is not null)
);

create view public_request as
select request.id, request.grid_code, category_code,
       (select name from category
        where code = category_code and starts_with(request.grid_code, division) order by division desc limit 1)
           as service_name,
       publication.text as description,
       request.visit_id is null as by_open311,
       request.outcome, known.ended, known.holder, coalesce(known.round, 1) as round,
       coalesce(known.answered_round = known.round, false) as answered,
       request.visited_at as requested_at,
       greatest(publication.reviewed_at, known.held_at, known.answered_at, known.ended_at) as updated_at,
       known.held_at, known.answered_at, known.ended_at,
       village.code as village_code, coalesce(township.name, '') || coalesce(village.name, '') as address
from publication
join request on request.id = publication.request_id
left join known_work_order known on known.request_id = request.id
left join division village on village.code = left(request.grid_code, 12)
left join division township on township.code = left(request.grid_code, 9)
where publication.is_public and not exists (select from withdrawal where withdrawal.request_id = request.id)
  and category_code <> 'ZX02' and request.referred_to is null
  and not coalesce(known.confidential, false);
