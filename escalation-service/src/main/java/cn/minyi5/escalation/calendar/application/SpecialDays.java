package cn.minyi5.escalation.calendar.application;

import cn.minyi5.escalation.calendar.domain.SpecialDay;
import cn.minyi5.escalation.calendar.domain.WorkingCalendar;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.Year;
import java.util.List;

/** The days that the State Council's notices name, by year. */
public interface SpecialDays {

    /** Adds or corrects the days, and knows the year from now on. */
    Uni<Void> load(Transaction tx, Year year, List<SpecialDay> days);

    /** The calendar of one year. */
    Uni<WorkingCalendar> calendarOf(Year year);

    Uni<List<LoadedYear>> years();

    /** A year that has data. */
    record LoadedYear(int year, long holidays, long makeUpWorkdays, Instant loadedAt) {}
}
