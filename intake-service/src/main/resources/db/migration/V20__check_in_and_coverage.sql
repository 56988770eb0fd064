-- 签到. Where the phone says that a visit began; the accuracy is in metres.
alter table visit
    add column check_in_latitude  double precision,
    add column check_in_longitude double precision,
    add column check_in_accuracy  double precision,
    add check (num_nulls(check_in_latitude, check_in_longitude, check_in_accuracy) in (0, 3));

-- 走访覆盖. Whether a grid was visited on a day, and by which visit, without reading the table.
create index visit_of_grid on visit (grid_code, started_at, id) include (team_code, check_in_latitude);
