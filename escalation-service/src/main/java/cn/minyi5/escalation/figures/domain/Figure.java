package cn.minyi5.escalation.figures.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure and what it was made of.
 *
 * @param value a count, or a rate to 4 decimals; null for a rate of nothing
 * @param numerator null for a count
 * @param denominator null for a count
 */
public record Figure(
        FigureCode code, @Nullable BigDecimal value, @Nullable Long numerator, @Nullable Long denominator) {

    private static final int DECIMALS = 4;

    public static Figure of(FigureCode code, Tally tally) {
        if (!code.isRate()) {
            return new Figure(code, BigDecimal.valueOf(tally.counted()), null, null);
        }
        return new Figure(code, rate(tally), tally.counted(), tally.all());
    }

    /** One of each code, in the order of the codes; what was not tallied is nothing. */
    public static List<Figure> of(Collection<FigureCode> codes, Map<FigureCode, Tally> tallies) {
        return codes.stream()
                .sorted()
                .map(code -> of(code, tallies.getOrDefault(code, Tally.NOTHING)))
                .toList();
    }

    private static @Nullable BigDecimal rate(Tally tally) {
        if (tally.all() == 0) {
            return null;
        }
        return BigDecimal.valueOf(tally.counted())
                .divide(BigDecimal.valueOf(tally.all()), DECIMALS, RoundingMode.HALF_UP);
    }
}
