-- Orders that were not accepted: a dispatch from before that is heard only afterwards starts no clock that runs on.
create table refused_order (
    work_order_id uuid primary key,
    event_id      uuid        not null,
    refused_at    timestamptz not null
);
