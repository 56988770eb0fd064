-- What lies before it is told to nobody; until this was told, the moment at which the import began.
alter table history_import add column cut_over timestamptz;
update history_import set cut_over = started_at;
alter table history_import alter cut_over set not null;
-- How many requests of it routing must open an order for.
alter table history_import add column forwarded int not null default 0;

-- 权责清单. What routing has published, as far as an import needs it: whose it is, from when on, which departments there
-- are, and for which categories and places its rules speak. The division is empty and scopes are null where they were not
-- told yet.
create table known_catalogue (
    division       text        not null,
    version        int         not null,
    effective_from date        not null,
    published_at   timestamptz not null,
    departments    text[]      not null,
    scopes         jsonb,
    primary key (division, version)
);
