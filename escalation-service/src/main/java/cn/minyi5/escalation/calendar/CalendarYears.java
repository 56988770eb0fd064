package cn.minyi5.escalation.calendar;

import cn.minyi5.contracts.CalendarEvent;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.contracts.language.WorkingCalendar;
import cn.minyi5.escalation.calendar.domain.Calendars;
import cn.minyi5.escalation.calendar.domain.YearlyNotice;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The years whose days the State Council has named. */
@ApplicationScoped
public class CalendarYears {

    /** By hand: a report. */
    private static final String YEARS =
            """
            select year, loaded.division, loaded_at, count(*) filter (where kind = 'HOLIDAY') as holidays,
                   count(*) filter (where kind = 'MAKE_UP_WORKDAY') as make_up_workdays
            from calendar_year loaded
            left join calendar_day day on day.division = loaded.division and extract(year from date) = year
            where starts_with($1, loaded.division) or starts_with(loaded.division, $1)
            group by year, loaded.division, loaded_at order by year, loaded.division""";

    private static final String DAYS = "from CalendarDayRow where year(key.date) in :years order by key.date";

    private final Transactions transactions;
    private final Sql sql;
    private final Outbox outbox;

    CalendarYears(Transactions transactions, Sql sql, Outbox outbox) {
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
    }

    /** A year that has data. @param division whose administrator loaded it */
    public record LoadedYear(int year, String division, long holidays, long makeUpWorkdays, OffsetDateTime loadedAt) {}

    /**
     * Puts a year in the place of what was there, whole or not at all: with a single bad row nothing is stored. Repeating
     * is harmless, and tells it again.
     *
     * @param division whose year it is: for its places it counts before that of a division above
     */
    public Uni<CheckedRows<SpecialDay>> load(Year year, List<SheetRow> rows, DivisionCode division) {
        if (!division.isCountyOrAbove()) {
            throw Refusal.forbidden("calendar.outside-jurisdiction").with("year", year.getValue());
        }
        var notice = new YearlyNotice(year);
        var checked = CheckedRows.check(
                rows, row -> notice.day(row.cell("date"), row.cell("kind"), row.cell("festival")), SpecialDay::date);
        return checked.good().isEmpty() || !checked.refused().isEmpty()
                ? Uni.createFrom().item(new CheckedRows<>(List.of(), checked.refused()))
                : transactions
                        .run(now -> store(year, checked.good(), division, now))
                        .replaceWith(checked);
    }

    /** Of the year, if it has data, as it counts at a place. */
    public Uni<WorkingCalendar> calendarAt(DivisionCode place, Year year) {
        return transactions.read(() -> calendars(Set.of(year))).map(calendars -> calendars.at(place.value()));
    }

    /** Of the years those that have data, within a unit of work. */
    public Uni<Calendars> calendars(Set<Year> years) {
        return transactions
                .session()
                .createSelectionQuery(DAYS, CalendarDayRow.class)
                .setParameter("years", years.stream().map(Year::getValue).toList())
                .getResultList()
                .map(rows -> new Calendars(rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.key.division(),
                                Collectors.mapping(CalendarDayRow::day, Collectors.toList())))));
    }

    /** Those for the places of a jurisdiction. */
    public Uni<List<LoadedYear>> list(DivisionCode jurisdiction) {
        return transactions.read(() -> sql.list(LoadedYear.class, YEARS, jurisdiction));
    }

    private Uni<Void> store(Year year, List<SpecialDay> days, DivisionCode division, Instant now) {
        var session = transactions.session();
        var inOrder =
                days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
        return session.upsert(CalendarYearRow.of(year, division, now))
                .chain(() -> session.createMutationQuery(
                                "delete from CalendarDayRow where key.division = :division and year(key.date) = :year")
                        .setParameter("division", division.value())
                        .setParameter("year", year.getValue())
                        .executeUpdate())
                .chain(() -> session.insertMultiple(inOrder.stream()
                        .map(day -> CalendarDayRow.of(division, day))
                        .toList()))
                .invoke(() ->
                        outbox.announce(new CalendarEvent.YearPublished(year.getValue(), inOrder, division.value())));
    }
}
