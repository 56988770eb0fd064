-- 版本. Master data that is drafted, published and kept: cells by the columns of its sheet. What is published stays as it is.
create table edition (
    -- Such as monthly-themes.
    kind         text        not null,
    division     text        not null,
    -- What it is an edition of, within its division.
    code         text        not null,
    version      int         not null,
    cells        jsonb       not null,
    drafted_by   text        not null,
    drafted_at   timestamptz not null,
    published_by text,
    published_at timestamptz,
    primary key (kind, division, code, version)
);
create unique index edition_draft on edition (kind, division, code) where published_at is null;

-- 工作日历, as escalation published it last; of other years nothing is guessed. The division is empty where it was not told.
create table calendar_year (
    division text        not null,
    year     int         not null,
    told_at  timestamptz not null,
    days     jsonb       not null,
    primary key (division, year)
);
