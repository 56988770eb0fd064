package cn.minyi5.escalation.calendar;

import cn.minyi5.escalation.calendar.domain.DayKind;
import cn.minyi5.escalation.calendar.domain.SpecialDay;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A day on which the week does not tell whether people work. */
@Entity
@Table(name = "calendar_day")
class CalendarDayRow {

    @Id
    LocalDate date;

    @Enumerated(EnumType.STRING)
    DayKind kind;

    String festival;

    SpecialDay day() {
        return new SpecialDay(date, kind, festival);
    }
}
