-- 任期. Who held which seat of a team, and when; without a first day as long as there is anything, without a last day until
-- somebody else comes.
alter table team_member drop constraint team_member_pkey,
    add column term_from date,
    add column term_to date,
    add check (term_to >= term_from),
    add unique nulls not distinct (county, team_code, number, term_from);

-- 三网融合. The grids of three nets that were merged into one that is walked, by the names that each net gave them.
alter table grid
    add column civic      text[] not null default '{}',
    add column epidemic   text[] not null default '{}',
    add column governance text[] not null default '{}';
