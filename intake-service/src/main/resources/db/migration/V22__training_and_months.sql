-- 培训记录. Who had the seat of the team on the day is kept by name: seats change hands.
create table training_record (
    county    text          not null,
    team_code text          not null,
    number    int           not null,
    name      text          not null,
    date      date          not null,
    topic     text          not null,
    hours     numeric(3, 1) not null,
    primary key (county, team_code, number, date, topic),
    foreign key (county, team_code) references visit_team
);

-- A team is told nothing of a month that was over before it was known here.
alter table visit_team add column known_since timestamptz not null default now();

-- Which team was told of which month's beginning and end: each once, whichever copy does it.
create table visit_month_told (
    county    text        not null,
    team_code text        not null,
    month     text        not null,
    what      text        not null check (what in ('BEGAN', 'ENDED')),
    told_at   timestamptz not null,
    primary key (month, what, county, team_code),
    foreign key (county, team_code) references visit_team
);
