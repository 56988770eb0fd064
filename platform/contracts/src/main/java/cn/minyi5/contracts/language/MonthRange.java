package cn.minyi5.contracts.language;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Whole months in Asia/Shanghai, the first and the last of them included. */
public record MonthRange(YearMonth from, YearMonth to) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;

    public MonthRange {
        if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw Refusal.invalid("months.malformed", "from");
        }
        if (to.isBefore(from)) {
            throw Refusal.invalid("months.out-of-order", "to");
        }
    }

    /** As somebody asked for it, such as 2021-09. @throws Refusal {@code months.malformed}, {@code months.out-of-order} */
    public static MonthRange asked(@Nullable String from, @Nullable String to) {
        return new MonthRange(month(from, "from"), month(to, "to"));
    }

    /** Null where neither month was asked for. @throws Refusal as above */
    public static @Nullable MonthRange ifAsked(@Nullable String from, @Nullable String to) {
        return from == null && to == null ? null : asked(from, to);
    }

    private static YearMonth month(@Nullable String text, String field) {
        return CountyTime.asked(text, YearMonth::parse, () -> Refusal.invalid("months.malformed", field));
    }

    /** Inclusive. */
    public Instant begin() {
        return CountyTime.startOf(from);
    }

    /** Exclusive. */
    public Instant end() {
        return CountyTime.startOf(to.plusMonths(1));
    }
}
