package cn.minyi5.escalation.calendar;

import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.messaging.EnumColumn;
import jakarta.persistence.Converter;
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

    DayKind kind;

    String festival;

    static CalendarDayRow of(SpecialDay day) {
        var row = new CalendarDayRow();
        row.date = day.date();
        row.kind = day.kind();
        row.festival = day.festival();
        return row;
    }

    SpecialDay day() {
        return new SpecialDay(date, kind, festival);
    }
}
