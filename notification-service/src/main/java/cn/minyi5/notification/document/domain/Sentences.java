package cn.minyi5.notification.document.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** 数字成文. Puts a bulletin's figures into words; a figure that the bulletin does not have is passed over. */
record Sentences(Bulletin bulletin) {

    /** 受理. */
    String received() {
        var collected =
                joined("，", List.of(count("collected", "本月共收集民意诉求"), count("on-spot", "其中现场解决"), rate("on-spot-rate")));
        return joined("；", List.of(Optional.of(collected), count("forwarded", "转交部门办理"))) + "。";
    }

    /** 办理. */
    String handled() {
        var shares = List.of(
                share("sign-on-time-rate", "到期应签收", "按时签收", "件次"),
                share("reply-on-time-rate", "到期应答复", "按时答复", "件次"),
                share("return-rate", "派单", "退单", "件"),
                count("returns-accepted", "同意退单").map(words -> words + "次"),
                count("returns-rejected", "驳回退单").map(words -> words + "次"));
        return joined("；", shares) + "。";
    }

    /** 回访. */
    String followedUp() {
        var shares = List.of(
                share("answer-rate", "回访", "得到群众答复", "件"),
                share("solved-rate", "群众回答是否解决", "回答已解决", "件"),
                share("rework-rate", "群众回答是否解决", "回答未解决须重办", "件"),
                share("satisfied-rate", "群众回答是否满意", "回答满意", "件"));
        return joined("；", shares) + "。";
    }

    private Optional<String> count(String code, String words) {
        return bulletin.figure(code).map(figure -> words + PrintedFigures.shown(figure) + "件");
    }

    private Optional<String> rate(String code) {
        return bulletin.figure(code)
                .filter(figure -> figure.value() != null)
                .map(figure -> PrintedFigures.name(code) + PrintedFigures.shown(figure));
    }

    private Optional<String> share(String code, String whole, String part, String unit) {
        return bulletin.figure(code).map(figure -> {
            var of = whole + figure.denominator() + unit;
            var name = PrintedFigures.name(code);
            return figure.value() == null
                    ? of + "，" + name + "不计"
                    : of + "，" + part + figure.numerator() + unit + "，" + name + PrintedFigures.shown(figure);
        });
    }

    private static String joined(String separator, List<Optional<String>> parts) {
        return parts.stream().flatMap(Optional::stream).collect(Collectors.joining(separator));
    }
}
