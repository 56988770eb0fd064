package cn.minyi5.notification.document.domain;

import java.util.Map;

/** What figures are called in print. A figure that is newer than this release is called by its code. */
final class FigureNames {

    private static final Map<String, String> BY_CODE = Map.ofEntries(
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

    private FigureNames() {}

    static String of(String code) {
        return BY_CODE.getOrDefault(code, code);
    }
}
