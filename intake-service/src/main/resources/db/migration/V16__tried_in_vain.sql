-- Nobody was reached: once a day, and after the third day the round ends without an answer.
create table follow_up_try (
    request_id uuid        not null references request,
    round      int         not null,
    tried_on   date        not null,
    tried_by   text        not null,
    tried_at   timestamptz not null,
    primary key (request_id, round, tried_on)
);
