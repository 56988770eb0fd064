-- What intake knows of work orders, copied from routing's events.
create table known_work_order (
    id             uuid primary key,
    request_id     uuid    not null unique,
    number         text    not null,
    confidential   boolean not null,
    -- The department that holds it now.
    holder         text,
    round          int     not null default 1,
    answered_round int,
    result_code    text,
    answer         text,
    answered_at    timestamptz,
    ended          text,
    check ((answered_round is null) = (answer is null))
);

-- Who saw whose contact, when and why. Rows are only ever added.
create table contact_disclosure (
    id           uuid primary key,
    request_id   uuid        not null references request,
    actor        text        not null,
    username     text        not null,
    department   text,
    team         text,
    reason       text        not null,
    disclosed_at timestamptz not null
);
create index contact_disclosure_of_request on contact_disclosure (request_id, disclosed_at);
