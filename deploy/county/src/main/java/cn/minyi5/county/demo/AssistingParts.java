package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import java.util.Map;

/** 协办. Whoever assists in an order does its part and the lead confirms it: before that there is no reply. */
public final class AssistingParts {
    private final County services;

    public AssistingParts(County services) {
        this.services = services;
    }

    /** All that have yet to sign; the lead has signed the order. @return how many there were */
    public int bringIn(String orderId) {
        var path = "/api/work-orders/" + orderId;
        var order = services.routing(DemoPersons.DISPATCHER).get(path);
        var lead = services.routing(DemoPersons.clerk(order.path("lead").asText()));
        var brought = 0;
        for (var part : order.path("parts")) {
            if (part.path("standing").asText().equals("AWAITING_SIGN")) {
                var department = part.path("department").asText();
                var assisting = services.routing(DemoPersons.clerk(department));
                var own = path + "/assisting/" + department;
                assisting.post(own + "/sign", Map.of());
                assisting.post(own + "/hand-in", Map.of("text", "已到现场配合，与主办单位当面交接。"));
                lead.post(own + "/confirmation", Map.of("accept", true));
                brought++;
            }
        }
        return brought;
    }
}
