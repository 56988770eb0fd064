package cn.minyi5.escalation.calendar.persistence;

import cn.minyi5.escalation.calendar.application.SpecialDays;
import cn.minyi5.escalation.calendar.domain.DayKind;
import cn.minyi5.escalation.calendar.domain.SpecialDay;
import cn.minyi5.escalation.calendar.domain.WorkingCalendar;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlSpecialDays implements SpecialDays {

    private static final String KNOW_YEAR =
            """
            insert into calendar_year (year, loaded_at) values ($1, $2)
            on conflict (year) do update set loaded_at = excluded.loaded_at""";

    private static final String PUT_DAY =
            """
            insert into calendar_day (date, kind, festival) values ($1, $2, $3)
            on conflict (date) do update set kind = excluded.kind, festival = excluded.festival""";

    /** One row at least for a known year, none for an unknown one. */
    private static final String DAYS_OF_YEAR =
            """
            select date, kind, festival
            from calendar_year left join calendar_day on extract(year from date) = year where year = $1""";

    private static final String YEARS =
            """
            select year, loaded_at, count(*) filter (where kind = 'HOLIDAY') as holidays,
                   count(*) filter (where kind = 'MAKE_UP_WORKDAY') as make_up_workdays
            from calendar_year left join calendar_day on extract(year from date) = year
            group by year, loaded_at order by year""";

    private final Transactions transactions;

    SqlSpecialDays(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> load(Transaction tx, Year year, List<SpecialDay> days) {
        var rows = days.stream()
                .map(day -> Tuple.of(day.date(), day.kind().name(), day.festival()))
                .toList();
        return tx.connection()
                .preparedQuery(KNOW_YEAR)
                .execute(Tuple.of(year.getValue(), tx.now().atOffset(ZoneOffset.UTC)))
                .chain(() -> tx.connection().preparedQuery(PUT_DAY).executeBatch(rows))
                .replaceWithVoid();
    }

    @Override
    public Uni<WorkingCalendar> calendarOf(Year year) {
        return transactions
                .pool()
                .preparedQuery(DAYS_OF_YEAR)
                .execute(Tuple.of(year.getValue()))
                .map(rows -> {
                    Set<Year> known = rows.size() == 0 ? Set.of() : Set.of(year);
                    var days = StreamSupport.stream(rows.spliterator(), false)
                            .filter(row -> row.getLocalDate("date") != null)
                            .map(SqlSpecialDays::day)
                            .toList();
                    return new WorkingCalendar(known, days);
                });
    }

    @Override
    public Uni<List<LoadedYear>> years() {
        return transactions.pool().preparedQuery(YEARS).execute().map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new LoadedYear(
                        row.getInteger("year"),
                        row.getLong("holidays"),
                        row.getLong("make_up_workdays"),
                        row.getOffsetDateTime("loaded_at").toInstant()))
                .toList());
    }

    private static SpecialDay day(Row row) {
        return new SpecialDay(
                row.getLocalDate("date"), DayKind.valueOf(row.getString("kind")), row.getString("festival"));
    }
}
