package cn.minyi5.notification.document.domain;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 指标. How the figures of DOMAIN §6 are called and shown in print. */
public final class PrintedFigures {

    private static final String NOTHING_TO_COUNT = "—";

    /** One of a hundred million is told from none. */
    private static final int EXACT_DECIMALS = 8;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("collected", "收集诉求"),
            Map.entry("on-spot", "现场解决"),
            Map.entry("forwarded", "转交办理"),
            Map.entry("on-spot-rate", "现场解决率"),
            Map.entry("sign-on-time-rate", "按时签收率"),
            Map.entry("reply-on-time-rate", "按时答复率"),
            Map.entry("dispatched", "派单工单"),
            Map.entry("returned", "退单工单"),
            Map.entry("return-rate", "退单率"),
            Map.entry("returns-accepted", "同意退单"),
            Map.entry("returns-rejected", "驳回退单"),
            Map.entry("rework-rate", "重办率"),
            Map.entry("solved-rate", "解决率"),
            Map.entry("satisfied-rate", "满意率"),
            Map.entry("answer-rate", "回访答复率"));

    private PrintedFigures() {}

    static Optional<Figure> find(List<Figure> figures, String code) {
        return figures.stream().filter(figure -> figure.code().equals(code)).findFirst();
    }

    /** A figure that is newer than this release is called by its code. */
    public static String name(String code) {
        return NAMES.getOrDefault(code, code);
    }

    public static boolean isRate(Figure figure) {
        return figure.denominator() != null;
    }

    /**
     * A rate in percent with two decimals, and never rounded: more if it has more. What is not all is not shown as all,
     * though its value be rounded to one.
     */
    public static String shown(Figure figure) {
        var value = figure.value();
        if (value == null) {
            return NOTHING_TO_COUNT;
        }
        return figure.tally()
                .map(tally -> percent(tally.isAll() || value.compareTo(BigDecimal.ONE) != 0 ? value : exact(tally)))
                .orElseGet(() -> value.stripTrailingZeros().toPlainString());
    }

    private static BigDecimal exact(Tally tally) {
        return BigDecimal.valueOf(tally.counted())
                .divide(BigDecimal.valueOf(tally.rows()), EXACT_DECIMALS, RoundingMode.DOWN);
    }

    private static String percent(BigDecimal fraction) {
        var percent = fraction.movePointRight(2).stripTrailingZeros();
        return (percent.scale() < 2 ? percent.setScale(2) : percent).toPlainString() + "%";
    }
}
