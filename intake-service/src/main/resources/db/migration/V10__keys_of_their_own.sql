-- A store of their own for data keys (ADR 0017): the service's backup leaves this schema out, so that no backup of content
-- holds what opens it; the keys have a backup of their own that is kept for days.
create schema keys;

-- "kind" and "id" say what a key opens, such as request/0198…; the wrapped key begins with the id of its master key.
alter table data_key rename column request_id to id;
alter table data_key add column kind text not null default 'request';
alter table data_key set schema keys;

insert into keys.data_key (id, kind, wrapped_key) select id, 'import', wrapped_key from history_import;
alter table history_import drop column wrapped_key;

-- Whose key was destroyed, by whom and why: the receipt, with the keys, so that a restored backup of keys knows it too.
create table keys.erasure (
    -- That of the key, which is that of the request.
    id          uuid primary key,
    receipt_id  uuid        not null unique,
    erased_by   text        not null,
    username    text        not null,
    reason      text        not null,
    erased_at   timestamptz not null,
    erased      text[]      not null,
    final_at    timestamptz not null,
    fingerprint text        not null
);
