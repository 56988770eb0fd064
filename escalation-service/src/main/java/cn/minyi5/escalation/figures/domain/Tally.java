package cn.minyi5.escalation.figures.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How many rows stand behind a figure, and how many of them are counted. */
public record Tally(long counted, long rows) {

    public static final Tally NOTHING = new Tally(0, 0);

    private static final int DECIMALS = 4;

    /** Null if there are no rows. */
    public @Nullable BigDecimal rate() {
        return rows == 0
                ? null
                : BigDecimal.valueOf(counted).divide(BigDecimal.valueOf(rows), DECIMALS, RoundingMode.HALF_UP);
    }
}
