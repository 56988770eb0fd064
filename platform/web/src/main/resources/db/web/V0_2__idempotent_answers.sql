-- First answers to POSTs, kept in the transaction of their effect.
create table idempotent_answer (
    actor     text        not null,
    key       text        not null,
    operation text        not null,
    body_hash text        not null,
    status    int,
    answer    text,
    first_at  timestamptz not null default now(),
    primary key (actor, key)
);
