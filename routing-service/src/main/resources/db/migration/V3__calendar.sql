-- 工作日历, as it was published last; of other years nothing is guessed.
create table calendar_year (
    year    int primary key,
    told_at timestamptz not null,
    days    jsonb       not null
);
