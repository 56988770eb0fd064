package cn.minyi5.notification.document.domain;

import cn.minyi5.contracts.BulletinEvent.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 指标. How the figures of DOMAIN §6 are called and shown in print. */
public final class PrintedFigures {

    private static final String NOTHING_TO_COUNT = "—";
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("collected", "收集诉求"),
            Map.entry("on-spot", "现场解决"),
            Map.entry("forwarded", "转交办理"),
            Map.entry("on-spot-rate", "现场解决率"),
            Map.entry("sign-on-time-rate", "按时签收率"),
            Map.entry("reply-on-time-rate", "按时答复率"),
            Map.entry("return-rate", "退单率"),
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

    /** A rate in percent with two decimals, and never rounded: more if it has more. */
    public static String shown(Figure figure) {
        var value = figure.value();
        if (value == null) {
            return NOTHING_TO_COUNT;
        }
        return isRate(figure) ? percent(value) : value.stripTrailingZeros().toPlainString();
    }

    private static String percent(BigDecimal fraction) {
        var percent = fraction.movePointRight(2).stripTrailingZeros();
        return (percent.scale() < 2 ? percent.setScale(2) : percent).toPlainString() + "%";
    }
}
