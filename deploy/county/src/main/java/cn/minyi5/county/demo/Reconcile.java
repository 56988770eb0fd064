package cn.minyi5.county.demo;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import cn.minyi5.county.history.DemoHistory;
import cn.minyi5.county.history.HistoryFigures;
import cn.minyi5.county.history.VisitDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Asks the services for every published figure and lays them side by side. */
final class Reconcile {
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
            Map.entry("coverage", "走访覆盖率 visit coverage"),
            Map.entry("echo-list", "回音清单 answers to bring"),
            Map.entry("repeated", "重复诉求 asked for again"),
            Map.entry("sign-on-time-rate", "按时签收率 sign on time"),
            Map.entry("reply-on-time-rate", "按时答复率 reply on time"),
            Map.entry("satisfied-rate", "满意率 satisfied"),
            Map.entry("bulletins", "通报 bulletins"),
            Map.entry("notices", "督办通知单 notices"),
            Map.entry("special-reports", "专报 special reports"),
            Map.entry("last-bulletin", "最后一期 the last one"));

    private static final int RATE_SCALE = 4;
    private static final int GRIDS = 445;

    private final County services;
    private final DemoHistory demo;
    private final HistoryFigures history;
    private final Reconciliation table = new Reconciliation();

    Reconcile(County services, DemoHistory history) {
        this.services = services;
        this.demo = history;
        this.history = history.figures();
    }

    Reconciliation run() {
        masterData();
        requests();
        coverage();
        echoes();
        repeated();
        clocks();
        bulletins();
        papers();
        return table;
    }

    private void masterData() {
        var data = services.intake(DemoPersons.ADMINISTRATOR).get("/api/master-data");
        var expected = new LinkedHashMap<String, String>();
        expected.put("townships", "13");
        expected.put("communities", "18");
        expected.put("villages", "412");
        expected.put("categories", "61");
        expected.put("grids", "445");
        expected.put("teams", "445");
        expected.put("secretaries", "2,670");
        expected.forEach((name, number) -> table.add(
                NAMES.get(name), number, Map.of("intake", number(data.path(name).asLong()))));
    }

    private void requests() {
        var counts = services.intake(DemoPersons.SUPERVISOR).get("/api/request-counts?" + Figures.PERIOD);
        var figures = Figures.ofHistory(services);
        var collected = counts.path("collected").asLong();
        var onSpot = counts.path("resolvedOnSpot").asLong();
        var forwarded = counts.path("forwarded").asLong();
        table.add(
                NAMES.get("collected"),
                "9,942",
                Map.of("intake", number(collected), "escalation", number(figures.count("collected"))));
        table.add(
                NAMES.get("on-spot"),
                "9,629",
                Map.of("intake", number(onSpot), "escalation", number(figures.count("on-spot"))));
        table.add(
                NAMES.get("forwarded"),
                "313",
                Map.of(
                        "intake",
                        number(forwarded),
                        "routing",
                        number(Figures.ordersOfHistory(services)),
                        "escalation",
                        number(figures.count("forwarded"))));
        table.add(
                NAMES.get("on-spot-rate"),
                "96.85%",
                Map.of(
                        "intake", percent(onSpot, collected),
                        "escalation", percent(figures.value("on-spot-rate"))));
    }

    /** Of the last month: grids visited on a visit day ÷ grids. */
    private void coverage() {
        var month = VisitDays.LAST_MONTH;
        var total = services.intake(DemoPersons.SUPERVISOR)
                .get("/api/coverage?month=" + month)
                .path("total");
        var visited = demo.visitedGrids(month);
        table.add(
                NAMES.get("coverage") + " %s %d/%d".formatted(month, visited, GRIDS),
                percent(visited, GRIDS),
                Map.of(
                        "intake",
                        percent(
                                total.path("visitedGrids").asLong(),
                                total.path("grids").asLong())));
    }

    /** Asked for in the history's months, and answered, but not brought to the citizen before it ended. */
    private void echoes() {
        listed("echo-list", "/api/echo-list?" + Figures.PERIOD, demo.answersToBring());
    }

    /** Links are made by people who ask one another at the door: the history has none, this month those of the story. */
    private void repeated() {
        listed("repeated", "/api/repeated-requests?" + Figures.PERIOD, 0);
        var month = YearMonth.now(CountyTime.ZONE);
        var path = "/api/repeated-requests?from=%s&to=%s".formatted(month, month);
        var linked = services.intake(DemoPersons.SUPERVISOR).all(path).stream()
                .filter(each -> each.has("original"))
                .count();
        if (linked == 0) {
            throw new DemoFailed("what the story has linked is not among what was asked for again");
        }
        listed("repeated", path, linked);
    }

    /** The number, and the rows behind it. */
    private void listed(String name, String path, long expected) {
        var intake = services.intake(DemoPersons.SUPERVISOR);
        var total = intake.get(path).path("total").asLong();
        var rows = intake.all(path).size();
        table.add(
                NAMES.get(name),
                number(expected),
                Map.of("intake", total == rows ? number(total) : total + "/" + rows));
    }

    private void clocks() {
        var figures = Figures.ofHistory(services);
        rate(figures, "sign-on-time-rate", history.signedInTime(), history.dueSigns());
        rate(figures, "reply-on-time-rate", history.repliedInTime(), history.dueReplies());
        rate(figures, "satisfied-rate", history.satisfied(), history.answered());
    }

    private void bulletins() {
        var months = VisitDays.months();
        var issued = services.escalation(DemoPersons.SUPERVISOR).all("/api/bulletins").stream()
                .map(bulletin -> YearMonth.parse(bulletin.path("month").asText()))
                .filter(months::contains)
                .count();
        var written = Bulletins.written(services.notification(DemoPersons.SUPERVISOR), months);
        table.add(NAMES.get("bulletins"), "18", Map.of("escalation", number(issued), "notification", number(written)));
        table.add(
                NAMES.get("last-bulletin"),
                "2021年第9期（总第18期）",
                Map.of(
                        "escalation",
                        last("escalation", "bulletins"),
                        "notification",
                        last("notification", "documents")));
    }

    /** Those of the history's years; what is issued live is of later ones. */
    private void papers() {
        table.add(NAMES.get("notices"), "31", Map.of("escalation", ofHistory("notices")));
        table.add(NAMES.get("special-reports"), "24", Map.of("escalation", ofHistory("special-reports")));
    }

    private String ofHistory(String papers) {
        var escalation = services.escalation(DemoPersons.SUPERVISOR);
        return number(VisitDays.months().stream()
                .map(YearMonth::getYear)
                .distinct()
                .mapToLong(year -> escalation
                        .all("/api/" + papers + "?limit=200&year=" + year)
                        .size())
                .sum());
    }

    private String last(String service, String papers) {
        var last = services.of(service, DemoPersons.SUPERVISOR)
                .find("/api/" + papers, paper -> paper.path("month").asText().equals("" + VisitDays.LAST_MONTH));
        return last.map(paper -> paper.path("number").asText().replaceFirst("^通报 ?", ""))
                .orElse("");
    }

    private void rate(Figures figures, String code, long numerator, long denominator) {
        table.add(
                NAMES.get(code) + " %d/%d".formatted(numerator, denominator),
                percent(numerator, denominator),
                Map.of("escalation", percent(figures.value(code))));
    }

    /** 9,942. */
    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String percent(long numerator, long denominator) {
        return denominator == 0
                ? ""
                : percent(BigDecimal.valueOf(numerator)
                        .divide(BigDecimal.valueOf(denominator), RATE_SCALE, RoundingMode.HALF_UP));
    }

    private static String percent(BigDecimal rate) {
        return rate.setScale(RATE_SCALE, RoundingMode.HALF_UP).movePointRight(2).toPlainString() + "%";
    }
}
