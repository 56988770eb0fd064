package cn.minyi5.escalation.calendar.domain;

import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.SpecialDay;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Set;

/** 节假日安排通知. The State Council's notice about a year, as it is read row by row. */
public final class YearlyNotice {

    private final Year year;
    private final Set<LocalDate> read = new HashSet<>();

    public YearlyNotice(Year year) {
        this.year = year;
    }

    /** The next row. */
    public SpecialDay day(String day, String kind, String festival) {
        var date = date(day);
        if (!Year.from(date).equals(year)) {
            throw Refusal.invalid("calendar.date-outside-year", "date")
                    .with("value", date)
                    .with("year", year);
        }
        var known = Refusal.ifUnreadable("calendar.kind-unknown", "kind", kind, DayKind::valueOf);
        var special = new SpecialDay(date, known, festival);
        if (!read.add(date)) {
            throw Refusal.invalid("calendar.date-twice", "date").with("value", date);
        }
        return special;
    }

    public static LocalDate date(String text) {
        return Refusal.ifUnreadable("calendar.date-malformed", "date", text, LocalDate::parse);
    }
}
