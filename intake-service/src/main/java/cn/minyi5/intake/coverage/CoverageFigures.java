package cn.minyi5.intake.coverage;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.calendar.VisitCalendar;
import cn.minyi5.intake.coverage.domain.Coverage;
import cn.minyi5.intake.coverage.domain.WalkStatus;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of a jurisdiction was walked in a month. Nothing of it is stored: what was planned follows from rule and
 * calendar, what was done from the visits. By hand: reports. One look into the index {@code visit_of_grid} for each grid
 * and day makes them independent of how many visits there are.
 */
@ApplicationScoped
public class CoverageFigures {

    private static final String WALKS =
            """
            with walk as (
                select grid.code as grid_code, grid.name as grid_name, planned, date,
                       visit.id as visit_id, visit.team_code, visit.started_at,
                       check_in_latitude is not null
                           or exists (select from attachment where attachment.visit_id = visit.id) as checked_in,
                       case when planned is null then null when visit.id is not null then 'DONE'
                            when date < $6 then 'MISSED' else 'PLANNED' end as status
                from grid
                cross join lateral (select place from unnest($2::text[]) as place
                                    where starts_with(grid.code, place)
                                    order by length(place) desc limit 1) as nearest
                left join unnest($3::text[], $4::date[], $5::date[]) as day (division, planned, date)
                       on day.division = nearest.place
                left join lateral (select id, team_code, started_at, check_in_latitude from visit
                                   where visit.grid_code = grid.code
                                     and started_at >= day.date::timestamp at time zone 'Asia/Shanghai'
                                     and started_at < (day.date + 1)::timestamp at time zone 'Asia/Shanghai'
                                   order by started_at, id limit 1) as visit on true
                where starts_with(grid.code, $1)
                  and ($7::text is null or exists (select from visit_team team
                                                   where team.code = $7 and team.grid_code = grid.code))
            )
            """;

    /** The whole first, then what it is broken down by: both from one look at the walks. */
    private static final String FIGURES = WALKS
            + """
            , keyed as (
                select case $8::text when 'TOWNSHIP' then left(grid_code, 9) when 'GRID' then grid_code
                                     else date::text end as code, walk.*
                from walk
            ), counted as (
                select code as part, grouping(code) = 1 as whole,
                       count(distinct grid_code) as grids,
                       count(distinct grid_code) filter (where status = 'DONE') as visited_grids,
                       count(status) as planned,
                       count(*) filter (where status = 'DONE') as done,
                       count(*) filter (where status = 'MISSED') as missed,
                       count(*) filter (where status = 'PLANNED') as ahead
                from keyed group by grouping sets ((code), ())
            )
            select counted.*, coalesce(part, $1) as code, round(visited_grids::numeric / nullif(grids, 0), 4) as rate,
                   (select name from division where division.code = coalesce(part, $1)
                    union all select name from grid where grid.code = coalesce(part, $1)) as name
            from counted
            where whole or part is not null and ($9::text is null or part > $9)
            order by whole desc, part limit $10""";

    private static final String ROWS = WALKS
            + """
            select walk.* from walk
            where status is not null and ($8::date is null or date = $8) and ($9::text is null or status = $9)
              and ($10::text is null or grid_code || '/' || date > $10)
            order by grid_code || '/' || date limit $11""";

    private final Transactions transactions;
    private final Sql sql;
    private final VisitCalendar calendar;

    CoverageFigures(Transactions transactions, Sql sql, VisitCalendar calendar) {
        this.transactions = transactions;
        this.sql = sql;
        this.calendar = calendar;
    }

    /** By what a month's coverage is broken down. */
    public enum By {
        TOWNSHIP,
        GRID,
        DAY
    }

    /**
     * @param total of the whole jurisdiction
     * @param yearsUnknown of which the working calendar has no data, so that not all visit days can be said
     */
    public record MonthCoverage(
            String month, Coverage total, List<Coverage> items, @Nullable String next, List<Integer> yearsUnknown) {}

    /** One visit that a visit day asks for. @param visitId the first of the day; null where there is none */
    public record Walk(
            String gridCode,
            String gridName,
            LocalDate planned,
            LocalDate date,
            WalkStatus status,
            @Nullable UUID visitId,
            @Nullable String teamCode,
            @Nullable OffsetDateTime startedAt,
            boolean checkedIn) {

        String position() {
            return gridCode + "/" + date;
        }
    }

    /** Of a month the figures of what the actor may see, by code. @param limit null: all of them */
    public Uni<MonthCoverage> ofMonth(
            YearMonth month, By by, @Nullable String after, @Nullable Integer limit, Actor actor) {
        var place = actor.division();
        var most = limit == null ? null : 1 + Page.oneMoreThan(limit);
        return asked(place, month, actor, (walks, parameters) -> sql.list(
                        Counted.class, FIGURES, with(parameters, by, after, most))
                .map(found -> {
                    var parts = found.stream().skip(1).map(Counted::coverage).toList();
                    var page = Page.of(parts, limit == null ? parts.size() : limit, Coverage::code, null);
                    return new MonthCoverage(
                            month.toString(), found.get(0).coverage(), page.items(), page.next(), walks.yearsUnknown());
                }));
    }

    /** @param whole whether it is of the whole jurisdiction, which there always is one of */
    private record Counted(boolean whole, Coverage coverage) {}

    /**
     * The rows behind the figures.
     *
     * @param place a division or grid of the jurisdiction; null: all of it
     * @throws Refusal {@code place.unknown}
     */
    public Uni<Page<Walk>> rows(Asked asked, @Nullable String after, int limit, Actor actor) {
        var place = asked.place() == null ? actor.division() : Objects.requireNonNull(asked.place());
        if (!actor.division().contains(place)) {
            throw Refusal.notFound("place.unknown");
        }
        return asked(place, asked.month(), actor, (walks, parameters) -> sql.list(
                        Walk.class,
                        ROWS,
                        with(parameters, asked.date(), asked.status(), after, Page.oneMoreThan(limit)))
                .map(found -> Page.of(found, limit, Walk::position, null)));
    }

    /** @param place null: all of the jurisdiction @param date one of the month's visit days; null: all of them */
    public record Asked(
            YearMonth month, @Nullable DivisionCode place, @Nullable LocalDate date, @Nullable WalkStatus status) {}

    private interface Question<T> {
        Uni<T> ask(PlannedWalks walks, @Nullable Object[] parameters);
    }

    /** All of a county's, within a unit of work. */
    Uni<List<Walk>> walks(DivisionCode county, YearMonth month, LocalDate today) {
        return within(
                county,
                month,
                today,
                null,
                (walks, parameters) -> sql.list(Walk.class, ROWS, with(parameters, null, null, null, null)));
    }

    private <T> Uni<T> asked(DivisionCode place, YearMonth month, Actor actor, Question<T> question) {
        return transactions.read(() -> transactions
                .moment()
                .flatMap(now -> within(place, month, CountyTime.at(now).toLocalDate(), onlyTeam(actor), question)));
    }

    private <T> Uni<T> within(
            DivisionCode place, YearMonth month, LocalDate today, @Nullable String team, Question<T> question) {
        return calendar.around(place, month)
                .map(plans -> PlannedWalks.of(plans, place, month))
                .flatMap(walks -> question.ask(walks, new @Nullable Object[] {
                    place,
                    walks.places().toArray(String[]::new),
                    walks.divisions().toArray(String[]::new),
                    walks.planned(),
                    walks.dates(),
                    today,
                    team
                }));
    }

    private static @Nullable Object[] with(@Nullable Object[] parameters, @Nullable Object... more) {
        return Stream.of(parameters, more).flatMap(Stream::of).toArray();
    }

    /** Secretaries and leaders see what their team walks. */
    private static @Nullable String onlyTeam(Actor actor) {
        var ofAll = actor.is(Roles.DISPATCHER) || actor.is(Roles.SUPERVISOR) || actor.is(Roles.ADMINISTRATOR);
        return ofAll ? null : Objects.requireNonNullElse(actor.team(), "");
    }
}
