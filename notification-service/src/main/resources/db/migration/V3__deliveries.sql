-- What was told. One message an event, so that an event heard twice tells nobody twice.
create table message (
    id           uuid primary key,
    event_id     uuid        not null unique,
    occasion     text        not null,
    about        text        not null,
    place        text,
    confidential boolean     not null,
    subject      text        not null,
    body         text        not null,
    written_at   timestamptz not null
);

-- To whom, by which channel, and what became of it.
create table delivery (
    id          uuid primary key,
    message_id  uuid        not null references message,
    recipient   text        not null,
    channel     text        not null,
    address     text        not null,
    state       text        not null check (state in ('WAITING', 'SENDING', 'SUCCEEDED', 'FAILED')),
    tries       int         not null default 0,
    next_try_at timestamptz,
    ended_at    timestamptz,
    reason      text,
    read_at     timestamptz,
    unique (message_id, recipient, channel)
);
create index delivery_due on delivery (next_try_at) where state in ('WAITING', 'SENDING');
create index delivery_inbox on delivery (recipient, id) where channel = 'IN_APP';
create index delivery_by_state on delivery (state, id);
