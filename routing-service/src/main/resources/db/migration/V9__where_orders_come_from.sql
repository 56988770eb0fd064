-- 来源. By what way a request came, what other systems call it, and with which import it was brought along.
alter table work_order
    add column channel text not null default 'WALK',
    add column external_number text,
    add column former_number text,
    add column import_id uuid;
alter table work_order alter channel drop default;
create index work_order_of_import on work_order (import_id) where import_id is not null;

-- 移交. How many orders of an import are opened, and how many there will be, once intake has said so. The row stays locked
-- until commit, so that one transaction alone sees that all are there.
create table handover (
    import_id uuid primary key,
    opened    int not null default 0,
    expected  int,
    division  text,
    cut_over  timestamptz,
    listed_at timestamptz
);
