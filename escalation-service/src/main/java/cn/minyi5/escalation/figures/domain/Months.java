package cn.minyi5.escalation.figures.domain;

import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Months as people write them. */
public final class Months {

    private static final int FIRST_YEAR = 2000;

    private Months() {}

    /** @throws Refusal {@code month.malformed} unless both are yyyy-MM; {@code period.backwards} */
    public static MonthRange range(@Nullable String from, @Nullable String to) {
        var first = parse(from, "from");
        var last = parse(to, "to");
        if (last.isBefore(first)) {
            throw Refusal.invalid("period.backwards", "to").with("from", first).with("to", last);
        }
        return new MonthRange(first, last);
    }

    /** @throws Refusal {@code month.malformed} unless yyyy-MM of this millennium */
    public static YearMonth parse(@Nullable String text, String field) {
        var value = Objects.requireNonNullElse(text, "");
        try {
            var month = YearMonth.parse(value);
            if (month.getYear() >= FIRST_YEAR) {
                return month;
            }
        } catch (DateTimeException e) {
            // Refused below, as a month too long ago is.
        }
        throw Refusal.invalid("month.malformed", field).with("value", value);
    }
}
