-- An import is worked off in batches of visits; next_visit says where to go on, also after a crash.
create table history_import (
    id            uuid primary key,
    source        text        not null,
    division      text        not null,
    started_by    text        not null,
    started_at    timestamptz not null,
    state         text        not null,
    rows          int         not null,
    accepted      int         not null default 0,
    refused       int         not null default 0,
    already_there int         not null default 0,
    next_visit    int         not null default 0,
    wrapped_key   bytea       not null,
    -- Sealed, and gone when the import is done.
    file          bytea
);
create index history_import_running on history_import (id) where state = 'RUNNING';

-- The row as it came, sealed under the import's key, and why it was refused.
create table refused_row (
    import_id  uuid  not null references history_import,
    row_number int   not null,
    content    bytea not null,
    code       text  not null,
    field      text,
    details    jsonb not null,
    primary key (import_id, row_number)
);
