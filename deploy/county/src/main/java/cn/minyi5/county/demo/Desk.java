package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.Api;
import cn.minyi5.county.api.County;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** 部门与工作专班. What a department's clerk and the dispatch desk do with one work order. */
final class Desk {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ORDERS = "/api/work-orders";

    private final County services;
    private final Api clerk;

    Desk(County services, String department) {
        this.services = services;
        this.clerk = services.routing(DemoPersons.clerk(department));
    }

    /** The order among those that the clerk has to sign. */
    JsonNode toSign(String requestId) {
        return Waiting.until(
                "the work order on the clerk's list",
                PATIENCE,
                () -> clerk.find(
                        ORDERS + "?state=AWAITING_SIGN&limit=200",
                        order -> order.path("requestId").asText().equals(requestId)));
    }

    JsonNode read(String orderId) {
        return clerk.get(ORDERS + "/" + orderId);
    }

    void sign(String orderId) {
        clerk.post(ORDERS + "/" + orderId + "/sign", Map.of());
    }

    /** @return how many departments assisted */
    int bringPartsIn(String orderId) {
        return new AssistingParts(services).bringIn(orderId);
    }

    void reply(String orderId, String text, String contactLog) {
        clerk.post(
                ORDERS + "/" + orderId + "/reply",
                Map.of("resultCode", "SOLVED", "text", text, "contactLog", contactLog));
    }

    /** By the dispatch desk. */
    void accept(String orderId) {
        services.routing(DemoPersons.DISPATCHER).post(ORDERS + "/" + orderId + "/reply-review", Map.of("accept", true));
    }

    /** Waits for a state that an event from another service brings about. */
    JsonNode awaitState(String orderId, String state) {
        return Waiting.until("the order to be " + state, PATIENCE, () -> Optional.of(read(orderId))
                .filter(order -> order.path("state").asText().equals(state)));
    }
}
