package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import cn.minyi5.county.history.VisitDays;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Escalation's figures of the history's months, by their codes. */
final class Figures {
    static final String PERIOD = "from=" + VisitDays.FIRST_MONTH + "&to=" + VisitDays.LAST_MONTH;

    private final Map<String, JsonNode> byCode = new HashMap<>();

    private Figures(JsonNode answer) {
        answer.path("figures").forEach(figure -> byCode.put(figure.path("code").asText(), figure));
    }

    static Figures ofHistory(County services) {
        return new Figures(services.escalation(DemoPersons.SUPERVISOR).get("/api/figures?" + PERIOD));
    }

    /** How many work orders routing has of the history's months, in whatever state. */
    static int ordersOfHistory(County services) {
        return services.routing(DemoPersons.SUPERVISOR)
                .get("/api/work-order-counts?" + PERIOD)
                .path("total")
                .asInt();
    }

    /** Zero where nothing was counted. */
    BigDecimal value(String code) {
        var value = figure(code).path("value");
        return value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    }

    /** Of a figure that counts. */
    long count(String code) {
        return value(code).longValue();
    }

    long denominator(String code) {
        return figure(code).path("denominator").asLong();
    }

    private JsonNode figure(String code) {
        var figure = byCode.get(code);
        if (figure == null) {
            throw new DemoFailed("escalation does not say " + code);
        }
        return figure;
    }
}
