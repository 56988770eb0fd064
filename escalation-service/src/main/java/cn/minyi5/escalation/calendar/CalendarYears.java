package cn.minyi5.escalation.calendar;

import cn.minyi5.contracts.CalendarEvent;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.contracts.language.WorkingCalendar;
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
import java.util.List;
import java.util.Set;

/** The years whose days the State Council has named. */
@ApplicationScoped
public class CalendarYears {

    /** By hand: a report. */
    private static final String YEARS =
            """
            select year, loaded_at, count(*) filter (where kind = 'HOLIDAY') as holidays,
                   count(*) filter (where kind = 'MAKE_UP_WORKDAY') as make_up_workdays
            from calendar_year left join calendar_day on extract(year from date) = year
            group by year, loaded_at order by year""";

    private static final String DAYS = "from CalendarDayRow where year(date) in :years order by date";

    private final Transactions transactions;
    private final Sql sql;
    private final Outbox outbox;

    CalendarYears(Transactions transactions, Sql sql, Outbox outbox) {
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
    }

    /** A year that has data. */
    public record LoadedYear(int year, long holidays, long makeUpWorkdays, OffsetDateTime loadedAt) {}

    /**
     * Puts a year in the place of what was there, whole or not at all: with a single bad row nothing is stored. Repeating
     * is harmless, and tells it again.
     *
     * @param jurisdiction of who loads it: a year that another division has loaded is none of theirs
     */
    public Uni<CheckedRows<SpecialDay>> load(Year year, List<SheetRow> rows, DivisionCode jurisdiction) {
        if (!jurisdiction.isCountyOrAbove()) {
            throw Refusal.forbidden("calendar.outside-jurisdiction").with("year", year.getValue());
        }
        var notice = new YearlyNotice(year);
        var checked = CheckedRows.check(
                rows, row -> notice.day(row.cell("date"), row.cell("kind"), row.cell("festival")), SpecialDay::date);
        return checked.good().isEmpty() || !checked.refused().isEmpty()
                ? Uni.createFrom().item(new CheckedRows<>(List.of(), checked.refused()))
                : transactions
                        .run(now -> store(year, checked.good(), jurisdiction, now))
                        .replaceWith(checked);
    }

    /** Of the years, those that have data. */
    public Uni<WorkingCalendar> calendarOf(Set<Year> years) {
        return transactions.read(() -> calendar(years));
    }

    /** The same within a unit of work. */
    public Uni<WorkingCalendar> calendar(Set<Year> years) {
        return days(years).map(WorkingCalendar::new);
    }

    public Uni<List<LoadedYear>> list() {
        return transactions.read(() -> sql.list(LoadedYear.class, YEARS));
    }

    private Uni<Void> store(Year year, List<SpecialDay> days, DivisionCode jurisdiction, Instant now) {
        var session = transactions.session();
        return session.get(CalendarYearRow.class, year.getValue())
                .invoke(known -> {
                    if (known != null && !jurisdiction.contains(new DivisionCode(known.division))) {
                        throw Refusal.forbidden("calendar.outside-jurisdiction").with("year", year.getValue());
                    }
                })
                .chain(() -> session.upsert(CalendarYearRow.of(year, jurisdiction, now)))
                .chain(() -> session.createMutationQuery("delete from CalendarDayRow where year(date) = :year")
                        .setParameter("year", year.getValue())
                        .executeUpdate())
                .chain(() -> session.insertMultiple(
                        days.stream().map(CalendarDayRow::of).toList()))
                .chain(() -> days(Set.of(year)))
                .invoke(all -> outbox.announce(new CalendarEvent.YearPublished(year.getValue(), all)))
                .replaceWithVoid();
    }

    private Uni<List<SpecialDay>> days(Set<Year> years) {
        return transactions
                .session()
                .createSelectionQuery(DAYS, CalendarDayRow.class)
                .setParameter("years", years.stream().map(Year::getValue).toList())
                .getResultList()
                .map(rows -> rows.stream().map(CalendarDayRow::day).toList());
    }
}
