package cn.minyi5.intake.coverage;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.calendar.VisitCalendar;
import cn.minyi5.intake.calendar.domain.VisitDays;
import cn.minyi5.intake.coverage.domain.WalkStatus;
import cn.minyi5.intake.theme.MonthlyThemes;
import cn.minyi5.intake.theme.domain.MonthlyTheme;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a day is to the team that walks: whether it walks, what it talks about, and which grids wait for it. */
@ApplicationScoped
public class VisitingDays {

    /** By hand: a report over four tables. */
    private static final String GRIDS =
            """
            select grid.code, grid.name, township.name as township,
                   exists (select from visit
                           where visit.grid_code = grid.code
                             and started_at >= $3::date::timestamp at time zone 'Asia/Shanghai'
                             and started_at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai') as visited
            from grid
            join visit_team team on team.grid_code = grid.code
            left join division township on township.code = left(grid.code, 9)
            where team.code = $1 and starts_with(grid.code, $2)
            order by grid.code""";

    private final Transactions transactions;
    private final Sql sql;
    private final VisitCalendar calendar;
    private final MonthlyThemes themes;

    VisitingDays(Transactions transactions, Sql sql, VisitCalendar calendar, MonthlyThemes themes) {
        this.transactions = transactions;
        this.sql = sql;
        this.calendar = calendar;
        this.themes = themes;
    }

    private record WalkedGrid(String code, String name, @Nullable String township, boolean visited) {}

    /** @param status null where the day asks for no visit and there was none */
    public record GridOfDay(String code, String name, @Nullable String township, @Nullable WalkStatus status) {}

    /** @param theme of the day's month; null: none was published */
    public record VisitingDay(VisitDays.OfDay day, @Nullable MonthlyTheme theme, List<GridOfDay> grids) {}

    /** @param asked null: today */
    public Uni<VisitingDay> show(@Nullable LocalDate asked, Actor actor) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        return transactions.read(() -> transactions.moment().flatMap(now -> {
            var today = CountyTime.at(now).toLocalDate();
            var date = asked == null ? today : asked;
            return sql.list(WalkedGrid.class, GRIDS, team, actor.division(), date)
                    .flatMap(grids -> show(date, today, place(grids, actor), grids));
        }));
    }

    private Uni<VisitingDay> show(LocalDate date, LocalDate today, DivisionCode place, List<WalkedGrid> grids) {
        var month = YearMonth.from(date);
        return calendar.around(place, month).flatMap(plans -> {
            var day = plans.at(place.value()).on(date);
            return themes.of(month, place)
                    .map(theme -> new VisitingDay(
                            day,
                            theme,
                            grids.stream()
                                    .map(grid -> new GridOfDay(
                                            grid.code(),
                                            grid.name(),
                                            grid.township(),
                                            WalkStatus.of(grid.visited(), day.visitDay(), date, today)))
                                    .toList()));
        });
    }

    /** What a month is at the places of a jurisdiction. */
    record MonthAt(VisitDays.OfMonth days, @Nullable MonthlyTheme theme) {}

    /** Answers for each place, the code of a grid. */
    interface Places {
        MonthAt at(String place);
    }

    /** Within a unit of work. */
    Uni<Places> ofMonth(DivisionCode jurisdiction, YearMonth month) {
        return calendar.around(jurisdiction, month).flatMap(plans -> themes.around(month, jurisdiction)
                .map(ofMonth -> place -> new MonthAt(plans.at(place).in(month), ofMonth.at(place))));
    }

    /** Where the team walks: there may be rules and themes of the township. */
    private static DivisionCode place(List<WalkedGrid> grids, Actor actor) {
        return grids.isEmpty()
                ? actor.division()
                : new DivisionCode(grids.get(0).code());
    }
}
