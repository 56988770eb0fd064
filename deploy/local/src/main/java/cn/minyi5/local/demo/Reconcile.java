package cn.minyi5.local.demo;

import cn.minyi5.local.api.County;
import cn.minyi5.local.history.DemoHistory;
import cn.minyi5.local.history.HistoryFigures;
import cn.minyi5.local.history.VisitDays;
import cn.minyi5.local.stack.DemoPersons;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Asks the services for every published figure and lays them side by side. */
final class Reconcile {
    private static final String PERIOD = "from=" + VisitDays.FIRST_MONTH + "&to=" + VisitDays.LAST_MONTH;
    private static final int RATE_SCALE = 4;

    private final County services;
    private final HistoryFigures history;
    private final Reconciliation table = new Reconciliation();

    Reconcile(County services, DemoHistory history) {
        this.services = services;
        this.history = history.figures();
    }

    Reconciliation run() {
        masterData();
        requests();
        clocks();
        bulletins();
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
                Words.of(name), number, Map.of("intake", number(data.path(name).asLong()))));
    }

    private void requests() {
        var counts = services.intake(DemoPersons.SUPERVISOR).get("/api/request-counts?" + PERIOD);
        var figures = Figures.ofHistory(services);
        var collected = counts.path("collected").asLong();
        var onSpot = counts.path("resolvedOnSpot").asLong();
        var forwarded = counts.path("forwarded").asLong();
        table.add(
                Words.of("collected"),
                "9,942",
                Map.of("intake", number(collected), "escalation", number(figures.count("collected"))));
        table.add(
                Words.of("on-spot"),
                "9,629",
                Map.of("intake", number(onSpot), "escalation", number(figures.count("on-spot"))));
        table.add(
                Words.of("forwarded"),
                "313",
                Map.of(
                        "intake",
                        number(forwarded),
                        "routing",
                        number(new OrderCounts(services).ofHistory()),
                        "escalation",
                        number(figures.count("forwarded"))));
        table.add(
                Words.of("on-spot-rate"),
                "96.85%",
                Map.of(
                        "intake", percent(onSpot, collected),
                        "escalation", percent(figures.value("on-spot-rate"))));
    }

    private void clocks() {
        var figures = Figures.ofHistory(services);
        rate(figures, "sign-on-time-rate", history.signedInTime(), history.forwarded());
        rate(figures, "reply-on-time-rate", history.repliedInTime(), history.forwarded());
        rate(figures, "satisfied-rate", history.satisfied(), history.answered());
    }

    private void bulletins() {
        var months = VisitDays.months();
        var issued = Pages.all(services.escalation(DemoPersons.SUPERVISOR), "/api/bulletins").stream()
                .map(bulletin -> YearMonth.parse(bulletin.path("month").asText()))
                .filter(months::contains)
                .count();
        var written = SaveDocuments.written(services.notification(DemoPersons.SUPERVISOR), months);
        table.add(Words.of("bulletins"), "18", Map.of("escalation", number(issued), "notification", number(written)));
    }

    private void rate(Figures figures, String code, long numerator, long denominator) {
        table.add(
                Words.of(code) + " %d/%d".formatted(numerator, denominator),
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
