package cn.minyi5.intake.coverage;

/**
 * By hand: reports over all grids of a jurisdiction. A grid's days of a month are a set of bits, so that a province is one
 * row a grid and not one a grid and day (ADR 0039). The days of which visits are looked for are read from the index
 * {@code visit_by_day}, each once.
 *
 * <p>$1 the jurisdiction, $2 places with rules of their own, $3 to $5 their days as rule and calendar have them, $6 today,
 * $7 a team or null.
 */
final class CoverageSql {

    private static final String WALKED =
            """
            with day as (
                select division, planned, date, 1::bigint << (date - min(date) over ()) as bit
                from unnest($3::text[], $4::date[], $5::date[]) as day (division, planned, date)
            ), asked as (
                select division, bit_or(bit) as days, coalesce(bit_or(bit) filter (where date < $6), 0) as past
                from day group by division
            ), visited as (
                select grid_code, bit_or(bit) as days
                from (select distinct date, bit from day) as each
                join visit on started_at >= date::timestamp at time zone 'Asia/Shanghai'
                          and started_at < (date + 1)::timestamp at time zone 'Asia/Shanghai'
                where left(grid_code, length($1)) = $1
                group by grid_code
            ), walked as (
                select grid.code as grid_code, grid.name as grid_name, asked.division,
                       coalesce(asked.days, 0) as planned,
                       coalesce(asked.days & visited.days, 0) as done,
                       coalesce(asked.past & ~coalesce(visited.days, 0), 0) as missed
                from grid
                left join asked on asked.division =
                    -- The nearest: of beginnings of one code the longest is the greatest.
                    greatest(case when left(code, 2) = any ($2) then left(code, 2) end,
                             case when left(code, 4) = any ($2) then left(code, 4) end,
                             case when left(code, 6) = any ($2) then left(code, 6) end,
                             case when left(code, 9) = any ($2) then left(code, 9) end,
                             case when left(code, 12) = any ($2) then left(code, 12) end,
                             case when code = any ($2) then code end)
                left join visited on visited.grid_code = grid.code
                where starts_with(grid.code, $1)
                  and ($7::text is null or exists (select from visit_team team
                                                   where team.code = $7 and team.grid_code = grid.code))
            )
            """;

    /** The whole first, then what it is broken down by: all from one look at the grids. */
    static final String FIGURES = WALKED
            + """
            , counted as (
                select null as part, count(*) as grids, count(*) filter (where done <> 0) as visited_grids,
                       sum(bit_count(planned::bit(64))) as planned, sum(bit_count(done::bit(64))) as done,
                       sum(bit_count(missed::bit(64))) as missed
                from walked
                union all
                select case $8::text when 'TOWNSHIP' then left(grid_code, 9) else grid_code end as part,
                       count(*), count(*) filter (where done <> 0), sum(bit_count(planned::bit(64))),
                       sum(bit_count(done::bit(64))), sum(bit_count(missed::bit(64)))
                from walked where $8::text <> 'DAY' group by part
                union all
                select date::text, count(*), count(*) filter (where done & bit <> 0), count(*),
                       count(*) filter (where done & bit <> 0), count(*) filter (where missed & bit <> 0)
                from walked join day on day.division = walked.division where $8::text = 'DAY' group by date
            )
            select part is null as whole, coalesce(part, $1) as code, grids, visited_grids,
                   round(visited_grids::numeric / nullif(grids, 0), 4) as rate,
                   coalesce(planned, 0)::bigint as planned, coalesce(done, 0)::bigint as done,
                   coalesce(missed, 0)::bigint as missed, coalesce(planned - done - missed, 0)::bigint as ahead,
                   (select name from division where division.code = coalesce(part, $1)
                    union all select name from grid where grid.code = coalesce(part, $1)) as name
            from counted
            where part is null or $9::text is null or part > $9
            order by whole desc, part limit $10""";

    /** Of a page alone it is asked by which visits they were done. */
    static final String ROWS = WALKED
            + """
            , walk as (
                select grid_code, grid_name, day.planned, date,
                       case when done & bit <> 0 then 'DONE' when missed & bit <> 0 then 'MISSED' else 'PLANNED' end
                           as status
                from walked join day on day.division = walked.division
            ), page as (
                select * from walk
                where ($8::date is null or date = $8) and ($9::text is null or status = $9)
                  and ($10::text is null or (grid_code, date::text) > (left($10, 15), substr($10, 17)))
                order by grid_code, date limit $11
            )
            select page.*, visit.id as visit_id, visit.team_code, visit.started_at,
                   check_in_latitude is not null or coalesce(check_in_photo_erased, false)
                       or exists (select from attachment where attachment.visit_id = visit.id) as checked_in
            from page
            left join lateral (select id, team_code, started_at, check_in_latitude, check_in_photo_erased from visit
                               where visit.grid_code = page.grid_code
                                 and started_at >= date::timestamp at time zone 'Asia/Shanghai'
                                 and started_at < (date + 1)::timestamp at time zone 'Asia/Shanghai'
                               order by started_at, id limit 1) as visit on status = 'DONE'
            order by page.grid_code, page.date""";

    private CoverageSql() {}
}
