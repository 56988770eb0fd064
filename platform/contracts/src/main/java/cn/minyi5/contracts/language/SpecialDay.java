package cn.minyi5.contracts.language;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** A day on which the week does not tell whether people work, from a yearly notice of the State Council. */
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

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
