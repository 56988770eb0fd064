-- 建议模型. What a county's answered orders have taught, for categories and for departments, with how it judged orders that
-- it had not learnt from. A version never changes.
create table suggestion_model (
    division                 text        not null,
    version                  int         not null,
    trained_at               timestamptz not null,
    trained_by               text        not null,
    learnt_from              int         not null,
    categories               bytea       not null check (length(categories) <= 33554432),
    departments              bytea       not null check (length(departments) <= 33554432),
    category_orders          int         not null,
    category_first           int         not null,
    category_among_three     int         not null,
    category_sure            int[]       not null,
    category_sure_and_right  int[]       not null,
    department_orders         int        not null,
    department_first          int        not null,
    department_among_three    int        not null,
    department_sure           int[]      not null,
    department_sure_and_right int[]      not null,
    primary key (division, version)
);

-- 训练. Of each county: who wants a new model, which copy is at it and until when, and what came of the last time.
create table suggestion_training (
    division    text primary key,
    wanted_at   timestamptz,
    wanted_by   text,
    taken_until timestamptz,
    tried_at    timestamptz,
    outcome     text,
    orders      int
);

-- 设置. Whether a county has suggestions, and of which version; of the newest where that is null.
create table suggestion_setting (
    division text primary key,
    enabled  boolean not null,
    version  int
);

-- 自动派单规则. From how much confidence on a suggestion decides to whom requests of a category go, where the catalogue
-- names nobody; null takes it back. The last one of a category is in force; the timeline of an order names its version.
create table suggestion_policy (
    division           text        not null,
    version            int         not null,
    category_code      text        not null,
    minimum_confidence float8,
    set_at             timestamptz not null,
    set_by             text        not null,
    primary key (division, version)
);

-- The newest orders of a category in a county, for what is like another one.
create index work_order_of_category on work_order (left(grid_code, 6), category_code, opened_at desc)
    where not confidential;
