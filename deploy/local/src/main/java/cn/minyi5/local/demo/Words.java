package cn.minyi5.local.demo;

import java.util.Map;

/** What the reconciliation calls the figures. */
final class Words {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("townships", "镇街 townships"),
            Map.entry("communities", "社区 communities"),
            Map.entry("villages", "村 villages"),
            Map.entry("categories", "类别 categories"),
            Map.entry("grids", "网格 grids"),
            Map.entry("teams", "服务队 teams"),
            Map.entry("secretaries", "民情书记 people"),
            Map.entry("collected", "收集诉求 requests"),
            Map.entry("on-spot", "现场解决 on the spot"),
            Map.entry("forwarded", "转办 forwarded"),
            Map.entry("on-spot-rate", "现场解决率 on-spot rate"),
            Map.entry("sign-on-time-rate", "按时签收率 sign on time"),
            Map.entry("reply-on-time-rate", "按时答复率 reply on time"),
            Map.entry("satisfied-rate", "满意率 satisfied"),
            Map.entry("bulletins", "通报 bulletins"));

    private Words() {}

    static String of(String code) {
        return NAMES.getOrDefault(code, code);
    }
}
