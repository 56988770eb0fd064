create table visit (
    id          uuid primary key,
    grid_code   text        not null,
    team_code   text        not null,
    form        text        not null,
    started_at  timestamptz not null,
    recorded_at timestamptz not null,
    -- The subject of the token; absent for history.
    recorded_by text,
    imported    boolean     not null,
    -- Keyed, over all that was submitted: tells a repetition from a contradiction.
    fingerprint text        not null
);
create index visit_of_team on visit (team_code, started_at desc, id desc);

-- Words without phone and identity numbers; the words as written are among the sealed particulars.
create table request (
    id              uuid primary key,
    visit_id        uuid        not null references visit,
    position        int         not null,
    grid_code       text        not null,
    team_code       text        not null,
    category_code   text        not null,
    urgency         text        not null,
    text            text        not null,
    outcome         text        not null,
    resolution_note text,
    visited_at      timestamptz not null,
    imported        boolean     not null,
    -- Only of history, whose visits may come in several files.
    fingerprint     text
);
create index request_of_visit on request (visit_id, position);
create index request_by_visit_time on request (visited_at) include (outcome, grid_code, team_code);
create index request_forwarded_by_team on request (team_code) where outcome = 'FORWARDED';

-- Deleting a key makes the particulars of that person unreadable for ever, here and in every backup.
create table data_key (
    request_id  uuid primary key,
    wrapped_key bytea not null
);

create table particulars (
    request_id uuid primary key,
    content    bytea not null
);
