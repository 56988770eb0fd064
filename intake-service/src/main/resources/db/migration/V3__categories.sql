create table category (
    code                 text primary key,
    group_name           text not null,
    name                 text not null,
    on_spot_likelihood   text not null,
    resolve_working_days int  not null check (resolve_working_days > 0)
);
