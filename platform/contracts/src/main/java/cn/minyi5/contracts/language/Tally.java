package cn.minyi5.contracts.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How many of how many, by counts: a rate is rounded where it is shown, and never compared (DOMAIN §6). */
public record Tally(long counted, long rows) {

    public static final Tally NOTHING = new Tally(0, 0);

    private static final int DECIMALS = 4;

    /** Rounded to four decimals; null if there are no rows. */
    public @Nullable BigDecimal rate() {
        return rows == 0
                ? null
                : BigDecimal.valueOf(counted).divide(BigDecimal.valueOf(rows), DECIMALS, RoundingMode.HALF_UP);
    }

    /** None of those that there were is missing, also where the rate is rounded to one. */
    public boolean isAll() {
        return counted == rows;
    }

    /**
     * Less than, equal to or greater than zero as this rate lies below, at or above the other's; of nothing there is no rate.
     *
     * @throws IllegalArgumentException if one of them is of nothing
     * @throws ArithmeticException beyond three thousand million rows
     */
    public int compareRate(Tally other) {
        if (rows == 0 || other.rows == 0) {
            throw new IllegalArgumentException("of nothing there is no rate");
        }
        return Long.compare(Math.multiplyExact(counted, other.rows), Math.multiplyExact(other.counted, rows));
    }
}
