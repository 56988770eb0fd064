-- A reply is compared with what its department has replied lately (ADR 0037).
create index work_order_latest_replies on work_order (lead, replied_at desc) where reply_text is not null;

-- What codes are called, as intake has told it last (ADR 0037).
create table category_name (
    division text        not null,
    code     text        not null,
    name     text        not null,
    told_at  timestamptz not null,
    primary key (division, code)
);
create table place_name (
    code    text        not null collate "C" primary key,
    name    text        not null,
    told_at timestamptz not null
);
