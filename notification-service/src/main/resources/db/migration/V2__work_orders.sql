-- The little that a message says about a work order, and the team to bring the answer to.
create table work_order (
    id           uuid primary key,
    number       text    not null,
    grid_code    text    not null,
    confidential boolean not null
);

create table request_team (
    request_id uuid primary key,
    team       text not null
);
