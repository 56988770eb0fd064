-- Pages of frozen rows, as they came, until and after the issue itself.
create table bulletin_page (
    bulletin_id uuid  not null,
    page        int   not null,
    frozen      bytea not null,
    primary key (bulletin_id, page)
);

-- A paper: written once, kept with its hashes, never written over.
create table document (
    id          uuid primary key,
    kind        text        not null check (kind in ('BULLETIN')),
    year        int         not null,
    issue       int         not null,
    month       text        not null,
    issued_at   timestamptz not null,
    event_id    uuid        not null,
    issued      bytea       not null,
    rows_sha256 text        not null,
    state       text        not null check (state in ('WAITING', 'RENDERING', 'RENDERED')),
    tries       int         not null default 0,
    next_try_at timestamptz,
    rendered_at timestamptz,
    docx        bytea,
    docx_sha256 text,
    xlsx        bytea,
    xlsx_sha256 text
);
create index document_due on document (next_try_at) where state in ('WAITING', 'RENDERING');
