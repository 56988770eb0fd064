package cn.minyi5.escalation.calendar.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.calendar.domain.DayKind;
import cn.minyi5.escalation.calendar.domain.SpecialDay;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Loads the days of a year: good rows in, bad rows back; repeating is harmless. A year with no good row stays unknown. */
@ApplicationScoped
public class LoadCalendarYear {

    private final Transactions transactions;
    private final SpecialDays specialDays;

    LoadCalendarYear(Transactions transactions, SpecialDays specialDays) {
        this.transactions = transactions;
        this.specialDays = specialDays;
    }

    /** A row as it came; {@code number} counts lines of the file, the header being 1. */
    public record Row(long number, String date, String kind, String festival) {}

    /** What became of the rows. */
    public record Outcome(int accepted, List<RefusedRow> refused) {}

    public record RefusedRow(long number, Refusal why) {}

    public Uni<Outcome> handle(Year year, List<Row> rows) {
        var days = new ArrayList<SpecialDay>();
        var refused = new ArrayList<RefusedRow>();
        var dates = new HashSet<LocalDate>();
        for (var row : rows) {
            try {
                days.add(day(row, year, dates));
            } catch (Refusal refusal) {
                refused.add(new RefusedRow(row.number(), refusal));
            }
        }
        var outcome = new Outcome(days.size(), refused);
        return days.isEmpty()
                ? Uni.createFrom().item(outcome)
                : transactions.runOld(tx -> specialDays.load(tx, year, days)).replaceWith(outcome);
    }

    private static SpecialDay day(Row row, Year year, HashSet<LocalDate> dates) {
        var date = date(row.date());
        if (date.getYear() != year.getValue()) {
            throw Refusal.invalid("calendar.date-outside-year", "date")
                    .with("value", date)
                    .with("year", year);
        }
        var day = new SpecialDay(date, kind(row.kind()), row.festival());
        if (!dates.add(date)) {
            throw Refusal.invalid("calendar.date-twice", "date").with("value", date);
        }
        return day;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("calendar.date-malformed", "date").with("value", text);
        }
    }

    private static DayKind kind(String text) {
        try {
            return DayKind.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("calendar.kind-unknown", "kind").with("value", text);
        }
    }
}
