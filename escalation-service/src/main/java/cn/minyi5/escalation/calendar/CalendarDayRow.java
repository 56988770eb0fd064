package cn.minyi5.escalation.calendar;

import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.messaging.EnumColumn;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "calendar_day")
class CalendarDayRow {

    @Converter(autoApply = true)
    static class KindColumn extends EnumColumn<DayKind> {}

    @EmbeddedId
    Key key;

    DayKind kind;

    String festival;

    @Embeddable
    record Key(String division, LocalDate date) {}

    static CalendarDayRow of(DivisionCode division, SpecialDay day) {
        var row = new CalendarDayRow();
        row.key = new Key(division.value(), day.date());
        row.kind = day.kind();
        row.festival = day.festival();
        return row;
    }

    SpecialDay day() {
        return new SpecialDay(key.date(), kind, festival);
    }
}
