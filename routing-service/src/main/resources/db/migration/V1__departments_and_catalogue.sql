-- 部门. Departments of the county; a township acting as one has its 9-digit division code.
create table department (
    code text primary key,
    name text not null
);

-- 权责清单. Published when published_at is there; a published version never changes.
create table catalogue_version (
    version        int generated always as identity primary key,
    effective_from date        not null,
    drafted_at     timestamptz not null,
    drafted_by     text        not null,
    published_at   timestamptz
);
create index catalogue_version_in_force on catalogue_version (effective_from desc, published_at desc)
    where published_at is not null;

create table responsibility (
    id              uuid primary key,
    version         int    not null references catalogue_version,
    row             int    not null,
    category_prefix text   not null,
    division_prefix text   not null,
    lead            text   not null,
    assisting       text[] not null,
    clause          text   not null,
    unique (version, row)
);

-- The version in force at a moment: the published one with the latest day that is not after it, in Asia/Shanghai.
create function catalogue_in_force(moment timestamptz) returns int
    language sql stable
return (
    select version
    from catalogue_version
    where published_at is not null and effective_from <= (moment at time zone 'Asia/Shanghai')::date
    order by effective_from desc, published_at desc
    limit 1
);
