package cn.minyi5.intake.calendar;

import cn.minyi5.contracts.CalendarEvent.YearPublished;
import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
            select division, year, day.date, day.kind, day.festival
            from calendar_year, jsonb_to_recordset(days) as day (date date, kind text, festival text)
            where year between $1 and $2 and (starts_with($3, division) or starts_with(division, $3))""";

    private final Sql sql;

    CalendarYears(Sql sql) {
        this.sql = sql;
    }

    private record Told(String division, int year, LocalDate date, DayKind kind, String festival) {

        SpecialDay day() {
            return new SpecialDay(date, kind, festival);
        }
    }

    public Uni<Void> keepAll(List<Received<YearPublished>> received, Instant now) {
        return sql.update(KEEP, JsonRows.ofEvents(received)).replaceWithVoid();
    }

    /** Of the divisions in which the jurisdiction lies, and of those in it, by division and year. */
    Uni<Map<String, Map<Integer, List<SpecialDay>>>> around(DivisionCode jurisdiction, Year from, Year to) {
        return sql.list(Told.class, DAYS, from.getValue(), to.getValue(), jurisdiction)
                .map(told -> told.stream()
                        .collect(Collectors.groupingBy(
                                Told::division,
                                Collectors.groupingBy(
                                        Told::year, Collectors.mapping(Told::day, Collectors.toList())))));
    }
}
