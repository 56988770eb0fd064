package cn.minyi5.escalation.calendar;

import cn.minyi5.contracts.language.DivisionCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.Year;

/** A year whose notice has been loaded. */
@Entity
@Table(name = "calendar_year")
class CalendarYearRow {

    @Id
    int year;

    Instant loadedAt;

    /** Whose administrator loaded it. */
    String division;

    static CalendarYearRow of(Year year, DivisionCode division, Instant loadedAt) {
        var row = new CalendarYearRow();
        row.division = division.value();
        row.year = year.getValue();
        row.loadedAt = loadedAt;
        return row;
    }
}
