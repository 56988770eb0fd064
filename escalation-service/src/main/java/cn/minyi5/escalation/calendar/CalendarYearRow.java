package cn.minyi5.escalation.calendar;

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

    static CalendarYearRow of(Year year, Instant loadedAt) {
        var row = new CalendarYearRow();
        row.year = year.getValue();
        row.loadedAt = loadedAt;
        return row;
    }
}
