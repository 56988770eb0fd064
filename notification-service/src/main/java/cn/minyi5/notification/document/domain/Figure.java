package cn.minyi5.notification.document.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * 指标. A figure of DOMAIN §6 as it was frozen.
 *
 * @param value a count, or a rate as a fraction of 1; null for a rate of nothing
 * @param numerator null for a count
 * @param denominator null for a count
 */
public record Figure(String code, @Nullable BigDecimal value, @Nullable Long numerator, @Nullable Long denominator) {

    private static final String NOTHING_TO_COUNT = "—";

    public boolean isRate() {
        return denominator != null;
    }

    public String name() {
        return FigureNames.of(code);
    }

    /** As it is printed: a rate in percent with two decimals, and never rounded: more if it has more. */
    public String shown() {
        if (value == null) {
            return NOTHING_TO_COUNT;
        }
        return isRate() ? percent(value) : value.stripTrailingZeros().toPlainString();
    }

    private static String percent(BigDecimal fraction) {
        var percent = fraction.movePointRight(2).stripTrailingZeros();
        return (percent.scale() < 2 ? percent.setScale(2) : percent).toPlainString() + "%";
    }
}
