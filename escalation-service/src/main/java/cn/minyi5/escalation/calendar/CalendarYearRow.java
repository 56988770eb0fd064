package cn.minyi5.escalation.calendar;

import cn.minyi5.contracts.language.DivisionCode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.Year;

/** A year whose notice has been loaded. */
@Entity
@Table(name = "calendar_year")
class CalendarYearRow {

    @EmbeddedId
    Key key;

    Instant loadedAt;

    /** @param division whose administrator loaded it */
    @Embeddable
    record Key(String division, int year) {}

    static CalendarYearRow of(Year year, DivisionCode division, Instant loadedAt) {
        var row = new CalendarYearRow();
        row.key = new Key(division.value(), year.getValue());
        row.loadedAt = loadedAt;
        return row;
    }
}
