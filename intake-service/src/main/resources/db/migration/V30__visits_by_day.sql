-- 走访覆盖. Which grids were visited on a day, for places of any size, without reading the table.
create index visit_by_day on visit (started_at) include (grid_code);
