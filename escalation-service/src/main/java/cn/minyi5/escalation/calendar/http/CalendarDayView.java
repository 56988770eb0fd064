package cn.minyi5.escalation.calendar.http;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.calendar.domain.DayKind;
import cn.minyi5.escalation.calendar.domain.WorkingCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record CalendarDayView(LocalDate date, DayKind kind, @Nullable String festival) {

    /** @throws Refusal {@code calendar.year-unknown} */
    static CalendarDayView of(WorkingCalendar.Answer answer) {
        if (answer instanceof WorkingCalendar.Answer.Known day) {
            return new CalendarDayView(day.date(), day.kind(), day.festival());
        }
        var year = ((WorkingCalendar.Answer.YearUnknown) answer).year();
        throw Refusal.notFound("calendar.year-unknown").with("year", year.getValue());
    }
}
