package cn.minyi5.escalation.calendar.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;

/** A day on which the week does not tell whether people work, from a yearly notice of the State Council. */
@Embeddable
public record SpecialDay(LocalDate date, DayKind kind, String festival) {

    /**
     * @throws Refusal {@code calendar.kind-unknown} unless a holiday or a make-up working day, {@code
     *     calendar.festival-missing}, {@code calendar.make-up-on-weekday} if it would have been worked anyway
     */
    public SpecialDay {
        if (kind != DayKind.HOLIDAY && kind != DayKind.MAKE_UP_WORKDAY) {
            throw Refusal.invalid("calendar.kind-unknown", "kind").with("value", kind);
        }
        if (festival.isBlank()) {
            throw Refusal.invalid("calendar.festival-missing", "festival");
        }
        if (kind == DayKind.MAKE_UP_WORKDAY && !isWeekend(date)) {
            throw Refusal.invalid("calendar.make-up-on-weekday", "date").with("value", date);
        }
    }

    /**
     * A row of a year's notice.
     *
     * @param taken the dates of the rows before, to which this one is added
     * @throws Refusal also {@code calendar.date-malformed}, {@code calendar.date-outside-year}, {@code
     *     calendar.date-twice}
     */
    public static SpecialDay read(String day, String kind, String festival, Year year, Set<LocalDate> taken) {
        var date = date(day);
        if (!Year.from(date).equals(year)) {
            throw Refusal.invalid("calendar.date-outside-year", "date")
                    .with("value", date)
                    .with("year", year);
        }
        var special = new SpecialDay(date, DayKind.of(kind), festival);
        if (!taken.add(date)) {
            throw Refusal.invalid("calendar.date-twice", "date").with("value", date);
        }
        return special;
    }

    /** @throws Refusal {@code calendar.date-malformed} */
    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("calendar.date-malformed", "date").with("value", text);
        }
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
