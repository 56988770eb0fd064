-- One leader, two county officials, three township officials each.
create table visit_team (
    code      text primary key,
    grid_code text not null references grid
);
create index visit_team_of_grid on visit_team (grid_code);

create table team_member (
    team_code text not null references visit_team,
    number    int  not null,
    name      text not null,
    role      text not null,
    primary key (team_code, number)
);
