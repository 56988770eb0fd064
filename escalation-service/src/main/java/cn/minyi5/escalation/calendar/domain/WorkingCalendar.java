package cn.minyi5.escalation.calendar.domain;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 工作日历. Weekends, statutory holidays and make-up working days. A year whose notice has not been loaded is unknown,
 * and so is every answer that would need it: nothing is counted as plain weekdays.
 */
public final class WorkingCalendar {

    private final Set<Year> knownYears;
    private final Map<LocalDate, SpecialDay> specialDays;

    public WorkingCalendar(Set<Year> knownYears, Collection<SpecialDay> specialDays) {
        this.knownYears = Set.copyOf(knownYears);
        this.specialDays = specialDays.stream().collect(Collectors.toMap(SpecialDay::date, Function.identity()));
    }

    /** An answer of the calendar about a day. */
    public sealed interface Answer {
        record Day(LocalDate date, DayKind kind, @Nullable String festival) implements Answer {}

        /** The calendar has no data for the year; load it. */
        record YearUnknown(Year year) implements Answer {}
    }

    public Answer on(LocalDate date) {
        if (!knownYears.contains(Year.from(date))) {
            return new Answer.YearUnknown(Year.from(date));
        }
        var special = specialDays.get(date);
        if (special != null) {
            return new Answer.Day(date, special.kind(), special.festival());
        }
        return new Answer.Day(date, SpecialDay.isWeekend(date) ? DayKind.WEEKEND : DayKind.WORKDAY, null);
    }

    /**
     * The working day that is so many working days after a date; the date itself does not count.
     *
     * @param workingDays at least 1
     */
    public Answer add(LocalDate from, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("at least one working day, not " + workingDays);
        }
        var date = from;
        for (int left = workingDays; ; ) {
            date = date.plusDays(1);
            var answer = on(date);
            if (!(answer instanceof Answer.Day day)) {
                return answer;
            }
            if (day.kind().isWorked() && --left == 0) {
                return day;
            }
        }
    }
}
