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
 * calendar, what was done from the visits.
 */
@ApplicationScoped
public class CoverageFigures {

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
                        Counted.class, CoverageSql.FIGURES, with(parameters, by, after, most))
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
                        CoverageSql.ROWS,
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
                (walks, parameters) ->
                        sql.list(Walk.class, CoverageSql.ROWS, with(parameters, null, null, null, null)));
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
