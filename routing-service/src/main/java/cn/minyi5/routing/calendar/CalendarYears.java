package cn.minyi5.routing.calendar;

import cn.minyi5.contracts.CalendarEvent.YearPublished;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.contracts.language.WorkingCalendar;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * The years of the working calendar that have been published, within a unit of work. By hand: the days of a year come,
 * go and are read together, and what was told before what is known changes nothing.
 */
@ApplicationScoped
public class CalendarYears {

    private static final String KEEP =
            """
            insert into calendar_year (division, year, told_at, days)
            select distinct on (of, year) of, year, happened_at, days
            from jsonb_to_recordset($1) as told (division text, year int, happened_at timestamptz, days jsonb),
                 coalesce(division, '') as of
            order by of, year, happened_at desc
            on conflict (division, year) do update set told_at = excluded.told_at, days = excluded.days
            where calendar_year.told_at <= excluded.told_at""";

    private static final String DAYS =
            """
            select day.date, day.kind, day.festival
            from (select distinct on (year) days from calendar_year
                  where year >= $1 and starts_with($2, division)
                  order by year, length(division) desc) nearest,
                 jsonb_to_recordset(days) as day (date date, kind text, festival text)""";

    private final Sql sql;

    CalendarYears(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> keepAll(List<Received<YearPublished>> received, Instant now) {
        return sql.update(KEEP, JsonRows.ofEvents(received)).replaceWithVoid();
    }

    /** From the year of a moment on; of each year the days of the nearest division that has told it. */
    public Uni<WorkingCalendar> since(Instant moment, GridCode place) {
        return sql.list(SpecialDay.class, DAYS, CountyTime.yearOf(moment), place)
                .map(WorkingCalendar::new);
    }
}
