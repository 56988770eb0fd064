package cn.minyi5.intake.coverage;

import cn.minyi5.contracts.VisitMonthEvent;
import cn.minyi5.contracts.VisitMonthEvent.Began;
import cn.minyi5.contracts.VisitMonthEvent.Ended;
import cn.minyi5.contracts.VisitMonthEvent.Theme;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.coverage.CoverageFigures.Walk;
import cn.minyi5.intake.coverage.domain.MonthTurn;
import cn.minyi5.intake.coverage.domain.WalkStatus;
import cn.minyi5.messaging.InTurn;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/**
 * 月初提醒与月末小结. Announces to each team what a month holds for it and what has become of the one before, each once:
 * whichever copy looks first writes down that it was told, in the transaction that tells it. A month that went by while no
 * copy ran is not told of afterwards.
 */
@ApplicationScoped
public class TellVisitMonths {

    private static final String COUNTIES = "select distinct county from visit_team order by county";

    /** By hand: who has not been told is written down and read in one statement, which another copy waits for. */
    private static final String CLAIM =
            """
            with told as (
                insert into visit_month_told (county, team_code, month, what, told_at)
                select county, code, $2, $3, $4 from visit_team team
                where county = $1 and ($3 = 'BEGAN' or known_since < $6)
                  and not exists (select from visit_month_told told
                                  where told.month = $2 and what = $3 and told.county = team.county
                                    and told.team_code = team.code)
                  and exists (select from team_member member
                              where member.county = team.county and member.team_code = team.code
                                and coalesce(term_to >= $5, true))
                order by code limit 1000
                on conflict do nothing
                returning team_code
            )
            select code, grid_code from visit_team join told on team_code = code where county = $1 order by code""";

    private final Transactions transactions;
    private final Sql sql;
    private final Outbox outbox;
    private final VisitingDays days;
    private final CoverageFigures figures;

    TellVisitMonths(Transactions transactions, Sql sql, Outbox outbox, VisitingDays days, CoverageFigures figures) {
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
        this.days = days;
        this.figures = figures;
    }

    private record Team(String code, String gridCode) {}

    private enum What {
        BEGAN,
        ENDED
    }

    @Scheduled(
            identity = "visit-months",
            cron = "0 */5 8-20 * * ?",
            timeZone = "Asia/Shanghai",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tellDue() {
        return transactions.read(transactions::moment).flatMap(this::tellDueAt);
    }

    /** Tells whoever has not been told what there is to tell at a moment. */
    public Uni<Void> tellDueAt(Instant now) {
        var turn = MonthTurn.at(now);
        return transactions
                .read(() -> sql.values(String.class, COUNTIES))
                .flatMap(counties -> InTurn.each(counties, county -> tell(county, turn.ended(), What.ENDED, now)
                        .chain(() -> tell(county, turn.begun(), What.BEGAN, now))));
    }

    private Uni<Void> tell(String county, YearMonth month, What what, Instant now) {
        return transactions.run(begun -> sql.list(
                        Team.class,
                        CLAIM,
                        county,
                        month.toString(),
                        what,
                        begun,
                        month.atDay(1),
                        CountyTime.startOf(month.plusMonths(1)))
                .flatMap(teams -> teams.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(new DivisionCode(county), month, what, teams, now)));
    }

    private Uni<Void> tell(DivisionCode county, YearMonth month, What what, List<Team> teams, Instant now) {
        transactions.logged().bySystem("tell-visit-month", county.value() + "/" + month);
        var events = what == What.BEGAN
                ? began(county, month, teams)
                : ended(county, month, teams, CountyTime.at(now).toLocalDate());
        return events.invoke(all -> all.forEach(outbox::announce)).replaceWithVoid();
    }

    private Uni<List<VisitMonthEvent>> began(DivisionCode county, YearMonth month, List<Team> teams) {
        return days.ofMonth(county, month).map(places -> teams.stream()
                .<VisitMonthEvent>map(team -> {
                    var place = places.at(team.gridCode());
                    var theme = place.theme();
                    var unknown = place.days().yearUnknown();
                    return new Began(
                            county.value(),
                            team.code(),
                            team.gridCode(),
                            month.toString(),
                            place.days().days().stream().map(day -> day.date()).toList(),
                            unknown == null ? null : unknown.getValue(),
                            theme == null ? null : new Theme(theme.title(), theme.text()));
                })
                .toList());
    }

    private Uni<List<VisitMonthEvent>> ended(DivisionCode county, YearMonth month, List<Team> teams, LocalDate today) {
        return figures.walks(county, month, today)
                .map(walks -> walks.stream().collect(Collectors.groupingBy(Walk::gridCode)))
                .map(byGrid -> teams.stream()
                        .<VisitMonthEvent>map(
                                team -> ended(county, month, team, byGrid.getOrDefault(team.gridCode(), List.of())))
                        .toList());
    }

    private static Ended ended(DivisionCode county, YearMonth month, Team team, List<Walk> walks) {
        var missed = walks.stream()
                .filter(walk -> walk.status() == WalkStatus.MISSED)
                .map(Walk::date)
                .toList();
        var done =
                walks.stream().filter(walk -> walk.status() == WalkStatus.DONE).count();
        return new Ended(
                county.value(), team.code(), team.gridCode(), month.toString(), walks.size(), (int) done, missed);
    }
}
