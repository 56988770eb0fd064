-- A year is known once its notice of the State Council has been loaded; of other years nothing is guessed.
create table calendar_year (
    year      int primary key,
    loaded_at timestamptz not null
);

-- Days on which the week does not tell whether people work.
create table calendar_day (
    date     date primary key,
    kind     text not null check (kind in ('HOLIDAY', 'MAKE_UP_WORKDAY')),
    festival text not null
);
