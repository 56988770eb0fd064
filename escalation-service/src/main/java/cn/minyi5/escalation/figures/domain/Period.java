package cn.minyi5.escalation.figures.domain;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whole months of the county's time, both included. */
public record Period(YearMonth from, YearMonth to) {

    /** @throws Refusal {@code period.backwards} */
    public Period {
        if (to.isBefore(from)) {
            throw Refusal.invalid("period.backwards", "to").with("from", from).with("to", to);
        }
    }

    public static Period of(YearMonth month) {
        return new Period(month, month);
    }

    /** @throws Refusal {@code month.malformed} unless both are yyyy-MM */
    public static Period parse(@Nullable String from, @Nullable String to) {
        return new Period(month(from, "from"), month(to, "to"));
    }

    /** @throws Refusal {@code month.malformed} unless yyyy-MM */
    public static YearMonth month(@Nullable String text, String field) {
        try {
            return YearMonth.parse(Objects.requireNonNullElse(text, ""));
        } catch (DateTimeException e) {
            throw Refusal.invalid("month.malformed", field).with("value", Objects.requireNonNullElse(text, ""));
        }
    }

    /** The first moment in it. */
    public Instant begins() {
        return CountyTime.startOf(from);
    }

    /** The first moment after it. */
    public Instant ends() {
        return CountyTime.startOf(to.plusMonths(1));
    }
}
