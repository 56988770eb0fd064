package cn.minyi5.intake.calendar.domain;

import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.WorkingCalendar;
import cn.minyi5.contracts.language.WorkingCalendar.Answer;
import cn.minyi5.intake.calendar.domain.VisitDayRule.OnHoliday;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 走访日. The days on which the teams of one place walk. A day that moves belongs to the month for which it was planned,
 * also where it moves into the next.
 *
 * @param rules of all divisions in which the place lies
 * @param calendar as it counts at the place
 */
public record VisitDays(List<VisitDayRule> rules, WorkingCalendar calendar) {

    /** So far ahead the next visit day is looked for. */
    private static final int MONTHS_AHEAD = 3;

    private static final Comparator<VisitDayRule> NEAREST_AND_LATEST = Comparator.<VisitDayRule>comparingInt(
                    rule -> rule.division().length())
            .thenComparing(VisitDayRule::from);

    /** @param planned by the rule @param date on which it is walked */
    public record VisitDay(LocalDate planned, LocalDate date) {

        public boolean moved() {
            return !planned.equals(date);
        }
    }

    /**
     * @param days in their order; those that are known
     * @param yearUnknown without whose holidays a day cannot be said; load it
     */
    public record OfMonth(YearMonth month, List<VisitDay> days, @Nullable Year yearUnknown) {}

    /** @param visitDay whether it is one @param next the first one after it; null if that is not known */
    public record OfDay(LocalDate date, boolean visitDay, @Nullable VisitDay next, @Nullable Year yearUnknown) {}

    public OfMonth in(YearMonth month) {
        var days = new ArrayList<VisitDay>();
        var rule = ruleOf(month);
        for (var planned : rule.plannedIn(month).toList()) {
            var held = heldOn(planned, rule);
            if (!(held instanceof Answer.Day day)) {
                return new OfMonth(month, List.copyOf(days), ((Answer.YearUnknown) held).year());
            }
            days.add(new VisitDay(planned, day.date()));
        }
        return new OfMonth(month, List.copyOf(days), null);
    }

    public OfDay on(LocalDate date) {
        var visitDay = false;
        var current = YearMonth.from(date);
        // Of the month before, what moved into this one.
        for (var month = current.minusMonths(1);
                !month.isAfter(current.plusMonths(MONTHS_AHEAD));
                month = month.plusMonths(1)) {
            var ofMonth = in(month);
            visitDay |= ofMonth.days().stream().anyMatch(day -> day.date().equals(date));
            var next = ofMonth.days().stream()
                    .filter(day -> day.date().isAfter(date))
                    .findFirst();
            if (next.isPresent()) {
                return new OfDay(date, visitDay, next.get(), null);
            }
            if (ofMonth.yearUnknown() != null && !month.isBefore(current)) {
                return new OfDay(date, visitDay, null, ofMonth.yearUnknown());
            }
        }
        return new OfDay(date, visitDay, null, null);
    }

    private Answer heldOn(LocalDate planned, VisitDayRule rule) {
        if (rule.onHoliday() == OnHoliday.HOLD) {
            return new Answer.Day(planned, DayKind.WORKDAY, null);
        }
        var answer = calendar.on(planned);
        return answer instanceof Answer.Day day && !day.kind().isWorked() ? calendar.add(planned, 1) : answer;
    }

    /** The nearest division's, and of its rules the one that speaks last. */
    private VisitDayRule ruleOf(YearMonth month) {
        return rules.stream()
                .filter(rule -> !rule.from().isAfter(month))
                .max(NEAREST_AND_LATEST)
                .orElse(VisitDayRule.EVERYWHERE);
    }
}
