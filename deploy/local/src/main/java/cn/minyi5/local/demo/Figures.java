package cn.minyi5.local.demo;

import cn.minyi5.local.api.County;
import cn.minyi5.local.history.VisitDays;
import cn.minyi5.local.stack.DemoPersons;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** Escalation's figures of a time, by their codes. */
final class Figures {
    private final Map<String, JsonNode> byCode = new HashMap<>();

    private Figures(JsonNode answer) {
        answer.path("figures").forEach(figure -> byCode.put(figure.path("code").asText(), figure));
    }

    static Figures ofHistory(County services) {
        return of(services, VisitDays.FIRST_MONTH, VisitDays.LAST_MONTH);
    }

    static Figures of(County services, YearMonth from, YearMonth to) {
        return new Figures(services.escalation(DemoPersons.SUPERVISOR).get("/api/figures?from=" + from + "&to=" + to));
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
