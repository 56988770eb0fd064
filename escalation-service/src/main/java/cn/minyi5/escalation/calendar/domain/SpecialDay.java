package cn.minyi5.escalation.calendar.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;

/** A day on which the week does not tell whether people work, from a yearly notice of the State Council. */
@Embeddable
public record SpecialDay(LocalDate date, DayKind kind, String festival) {

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

    /** A row of a year's notice. @param taken the dates of the rows before, to which this one is added */
    public static SpecialDay read(String day, String kind, String festival, Year year, Set<LocalDate> taken) {
        var date = date(day);
        if (!Year.from(date).equals(year)) {
            throw Refusal.invalid("calendar.date-outside-year", "date")
                    .with("value", date)
                    .with("year", year);
        }
        var known = Refusal.ifUnreadable("calendar.kind-unknown", "kind", kind, DayKind::valueOf);
        var special = new SpecialDay(date, known, festival);
        if (!taken.add(date)) {
            throw Refusal.invalid("calendar.date-twice", "date").with("value", date);
        }
        return special;
    }

    public static LocalDate date(String text) {
        return Refusal.ifUnreadable("calendar.date-malformed", "date", text, LocalDate::parse);
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
