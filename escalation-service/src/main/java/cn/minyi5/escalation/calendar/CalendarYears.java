package cn.minyi5.escalation.calendar;

import cn.minyi5.escalation.calendar.domain.SpecialDay;
import cn.minyi5.escalation.calendar.domain.WorkingCalendar;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.HashSet;
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

    private static final String DAYS = "select day from CalendarDayRow where year(date) = :year";

    private final Transactions transactions;
    private final Sql sql;

    CalendarYears(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** A year that has data. */
    public record LoadedYear(int year, long holidays, long makeUpWorkdays, OffsetDateTime loadedAt) {}

    /** Good rows in, bad rows back; repeating is harmless. A year without a good row stays unknown. */
    public Uni<CheckedRows<SpecialDay>> load(Year year, List<SheetRow> rows) {
        var dates = new HashSet<LocalDate>();
        var checked = CheckedRows.check(
                rows,
                row -> SpecialDay.read(row.cell("date"), row.cell("kind"), row.cell("festival"), year, dates),
                SpecialDay::date);
        return checked.good().isEmpty()
                ? Uni.createFrom().item(checked)
                : transactions.run(now -> store(year, checked.good(), now)).replaceWith(checked);
    }

    /** A year that has been loaded has days. */
    public Uni<WorkingCalendar> calendarOf(Year year) {
        return transactions
                .read(() -> transactions
                        .session()
                        .createSelectionQuery(DAYS, SpecialDay.class)
                        .setParameter("year", year.getValue())
                        .getResultList())
                .map(days -> new WorkingCalendar(days.isEmpty() ? Set.of() : Set.of(year), days));
    }

    public Uni<List<LoadedYear>> list() {
        return transactions.read(() -> sql.list(LoadedYear.class, YEARS));
    }

    private Uni<Void> store(Year year, List<SpecialDay> days, Instant now) {
        var session = transactions.session();
        return session.upsert(CalendarYearRow.of(year, now))
                .chain(() -> session.upsertMultiple(
                        days.stream().map(CalendarDayRow::of).toList()));
    }
}
