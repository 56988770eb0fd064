package cn.minyi5.escalation.calendar;

import cn.minyi5.escalation.calendar.domain.DayKind;
import cn.minyi5.escalation.calendar.domain.SpecialDay;
import cn.minyi5.messaging.EnumColumn;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "calendar_day")
class CalendarDayRow {

    @Converter(autoApply = true)
    static class KindColumn extends EnumColumn<DayKind> {}

    @Id
    LocalDate date;

    @Embedded
    @AttributeOverride(name = "date", column = @Column(name = "date", insertable = false, updatable = false))
    SpecialDay day;

    static CalendarDayRow of(SpecialDay day) {
        var row = new CalendarDayRow();
        row.date = day.date();
        row.day = day;
        return row;
    }
}
