package cn.minyi5.contracts.language;

import java.time.Instant;
import java.time.YearMonth;

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

    /** Inclusive. */
    public Instant begin() {
        return CountyTime.startOf(from);
    }

    /** Exclusive. */
    public Instant end() {
        return CountyTime.startOf(to.plusMonths(1));
    }
}
