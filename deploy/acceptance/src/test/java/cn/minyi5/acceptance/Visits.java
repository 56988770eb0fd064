package cn.minyi5.acceptance;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a secretary submits. */
final class Visits {

    private Visits() {}

    /** A visit that took place a minute ago, with these requests. */
    static Map<String, Object> visit(String gridCode, List<Map<String, Object>> requests) {
        return Map.of(
                "visitId",
                UUID.randomUUID(),
                "gridCode",
                gridCode,
                "form",
                "HOUSEHOLD",
                "startedAt",
                OffsetDateTime.now(ZoneOffset.ofHours(8))
                        .minusMinutes(1)
                        .withNano(0)
                        .toString(),
                "requests",
                requests);
    }

    static Map<String, Object> forwarded(UUID requestId, String category, String text) {
        return Map.of(
                "requestId", requestId,
                "categoryCode", category,
                "text", text,
                "urgency", "NORMAL",
                "contact", Map.of("name", "群众001", "phone", "13800000001", "address", "村东头"));
    }

    static Map<String, Object> resolved(String category, String text) {
        return Map.of(
                "requestId",
                UUID.randomUUID(),
                "categoryCode",
                category,
                "text",
                text,
                "urgency",
                "NORMAL",
                "resolution",
                Map.of("note", "当场讲清政策"));
    }

    /** Submits a visit with one forwarded request and returns the request's id. */
    static UUID forwardOne(County county, String gridCode, String category) {
        var requestId = UUID.randomUUID();
        county.intake(DemoPersons.VILLAGE_SECRETARY)
                .post("/api/visits", visit(gridCode, List.of(forwarded(requestId, category, "路灯不亮，夜里出行不便"))));
        return requestId;
    }

    /** The work order of a request as a person sees it, or null while it is not there for them. */
    static @Nullable JsonNode orderOf(County county, String username, UUID requestId) {
        return county.routing(username)
                .find(
                        "/api/work-orders?limit=200&state=AWAITING_SIGN",
                        order -> order.get("requestId").asText().equals(requestId.toString()))
                .orElse(null);
    }
}
