package cn.minyi5.escalation.figures;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.WorkingCalendar;
import cn.minyi5.escalation.calendar.CalendarYears;
import cn.minyi5.escalation.calendar.domain.Calendars;
import cn.minyi5.escalation.figures.domain.Spread;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How long it took to sign, to reply and to close, as far as the asker may see; the view {@code elapsed_time} defines it. */
@ApplicationScoped
public class ElapsedTimes {

    private static final List<String> CODES = List.of("time-to-sign", "time-to-reply", "time-to-close");

    /** Which a county has in ten years; they are held in memory while they are counted. */
    private static final int MOST_STEPS = 200_000;

    /** By hand: a report. */
    private static final String STEPS =
            """
            select code, grid_code, started_at, done_at from elapsed_time
            where done_at >= $1 and done_at < $2 and starts_with(grid_code, $3)
              and ($4::text is null or department = $4) and (not confidential or $5)
            limit $6""";

    private final Transactions transactions;
    private final Sql sql;
    private final CalendarYears years;

    ElapsedTimes(Transactions transactions, Sql sql, CalendarYears years) {
        this.transactions = transactions;
        this.sql = sql;
        this.years = years;
    }

    private record Step(String code, GridCode gridCode, Instant startedAt, Instant doneAt) {

        Duration natural() {
            return Duration.between(startedAt, doneAt);
        }
    }

    /**
     * What was done in the period.
     *
     * @param count of steps
     * @param natural null where there is none
     * @param working in hours on duty; null where there is none, or a year has no calendar
     */
    public record ElapsedTime(String code, int count, @Nullable Spread natural, @Nullable Spread working) {}

    /** @throws Refusal {@code figures.period-too-long} */
    public Uni<List<ElapsedTime>> of(MonthRange period, AccessScope scope) {
        return transactions.read(() -> sql.list(
                        Step.class,
                        STEPS,
                        period.begin(),
                        period.end(),
                        scope.division(),
                        scope.department(),
                        scope.confidential(),
                        MOST_STEPS + 1)
                .invoke(steps -> {
                    if (steps.size() > MOST_STEPS) {
                        throw Refusal.invalid("figures.period-too-long", "to").with("most", MOST_STEPS);
                    }
                })
                .flatMap(steps -> years.calendars(years(steps)).map(calendars -> times(steps, calendars))));
    }

    private static Set<Year> years(List<Step> steps) {
        return steps.stream()
                .flatMap(
                        step -> IntStream.rangeClosed(CountyTime.yearOf(step.startedAt), CountyTime.yearOf(step.doneAt))
                                .mapToObj(Year::of))
                .collect(Collectors.toSet());
    }

    private static List<ElapsedTime> times(List<Step> steps, Calendars calendars) {
        var byCode = steps.stream().collect(Collectors.groupingBy(Step::code));
        var byCounty = new HashMap<DivisionCode, WorkingCalendar>();
        return CODES.stream()
                .map(code -> time(code, byCode.getOrDefault(code, List.of()), calendars, byCounty))
                .toList();
    }

    private static ElapsedTime time(
            String code, List<Step> steps, Calendars calendars, Map<DivisionCode, WorkingCalendar> byCounty) {
        var working = steps.stream()
                .map(step -> byCounty.computeIfAbsent(
                                step.gridCode.division().county(), county -> calendars.at(county.value()))
                        .onDutyBetween(step.startedAt, step.doneAt))
                .toList();
        return new ElapsedTime(
                code,
                steps.size(),
                Spread.of(steps.stream().map(Step::natural).toList()).orElse(null),
                working.stream().allMatch(Optional::isPresent)
                        ? Spread.of(working.stream().flatMap(Optional::stream).toList())
                                .orElse(null)
                        : null);
    }
}
