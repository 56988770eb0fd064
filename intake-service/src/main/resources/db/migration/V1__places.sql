-- Places by their national codes; a prefix is a jurisdiction.
create table division (
    code        text primary key check (code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$'),
    name        text not null,
    parent_code text references division,
    level       text not null
);

create table grid (
    code text primary key check (code ~ '^\d{15}$'),
    name text not null
);
