package cn.minyi5.contracts.language;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 工作日历. Weekends, statutory holidays and make-up working days. A year whose notice has not been loaded is unknown,
 * and so is every answer that would need it: nothing is counted as plain weekdays.
 */
public final class WorkingCalendar {

    /** 工作时间, in which 4 working hours and the like are counted: 7 hours of a worked day, everywhere in the county. */
    private static final List<DutyHours> DUTY_HOURS = List.of(
            new DutyHours(LocalTime.of(8, 30), LocalTime.of(12, 0)),
            new DutyHours(LocalTime.of(14, 0), LocalTime.of(17, 30)));

    private record DutyHours(LocalTime from, LocalTime to) {}

    private final Set<Year> knownYears;
    private final Map<LocalDate, SpecialDay> specialDays;

    /** @param specialDays all those of some years; a year that has none of them is unknown */
    public WorkingCalendar(Collection<SpecialDay> specialDays) {
        this.knownYears = specialDays.stream().map(day -> Year.from(day.date())).collect(Collectors.toSet());
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

    /**
     * The moment at which so much time on duty has passed since another; the last moment of a day, not the first of the
     * next. Empty if that needs a year without data.
     */
    public Optional<Instant> after(Instant from, Duration onDuty) {
        var left = onDuty;
        for (var date = LocalDate.ofInstant(from, CountyTime.ZONE); ; date = date.plusDays(1)) {
            if (!(on(date) instanceof Answer.Day day)) {
                return Optional.empty();
            }
            for (var hours : day.kind().isWorked() ? DUTY_HOURS : List.<DutyHours>of()) {
                var begin = latest(from, at(date, hours.from()));
                var end = at(date, hours.to());
                if (begin.isAfter(end)) {
                    continue;
                }
                var available = Duration.between(begin, end);
                if (left.compareTo(available) <= 0) {
                    return Optional.of(begin.plus(left));
                }
                left = left.minus(available);
            }
        }
    }

    /** How much time on duty lies between two moments; none if the second is not later. Empty if a year has no data. */
    public Optional<Duration> onDutyBetween(Instant from, Instant to) {
        var onDuty = Duration.ZERO;
        var last = LocalDate.ofInstant(to, CountyTime.ZONE);
        for (var date = LocalDate.ofInstant(from, CountyTime.ZONE); !date.isAfter(last); date = date.plusDays(1)) {
            if (!(on(date) instanceof Answer.Day day)) {
                return Optional.empty();
            }
            for (var hours : day.kind().isWorked() ? DUTY_HOURS : List.<DutyHours>of()) {
                var begin = latest(from, at(date, hours.from()));
                var end = at(date, hours.to());
                var until = to.isBefore(end) ? to : end;
                if (begin.isBefore(until)) {
                    onDuty = onDuty.plus(Duration.between(begin, until));
                }
            }
        }
        return Optional.of(onDuty);
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(CountyTime.ZONE).toInstant();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
