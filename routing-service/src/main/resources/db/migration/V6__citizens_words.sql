-- 盲词. How the name and address of a request's citizen are struck out of what people write about it, unknown here.
create table blind_word (
    request_id uuid not null,
    length     int  not null,
    mac        text not null,
    instead    text not null,
    primary key (request_id, mac)
);

-- A store of their own for data keys, as intake has it (ADR 0017): backups of content leave this schema out. The contact
-- log of a work order is encrypted under the key of its request; what was there before stays as it is.
create schema keys;
create table keys.data_key (
    id          uuid primary key,
    wrapped_key bytea not null,
    kind        text  not null
);
create table keys.erasure (
    id        uuid primary key,
    erased_at timestamptz not null
);
