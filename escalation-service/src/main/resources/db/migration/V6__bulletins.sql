create table bulletin_number (
    year int primary key,
    last int not null
);

-- 通报. One for a month, whichever copy or person comes first.
create table bulletin (
    id          uuid primary key,
    month       text        not null unique,
    year        int         not null,
    issue       int         not null,
    issued_at   timestamptz not null,
    rows        int         not null,
    rows_sha256 text        not null,
    unique (year, issue)
);

-- The evidence as it stood when the bulletin was issued. Of a confidential matter only that it counts is kept.
create table bulletin_row (
    bulletin_id   uuid        not null references bulletin,
    no            int         not null,
    figure        text        not null,
    subject       text        not null,
    grid_code     text,
    department    text,
    category_code text,
    at            timestamptz not null,
    due_at        timestamptz,
    stopped_at    timestamptz,
    counted       boolean     not null,
    primary key (bulletin_id, no)
);
