package cn.minyi5.county.demo;

import cn.minyi5.county.api.County;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 走访. A visit of today as the phone of a secretary hands it in: ids made by the phone, one submission. */
final class LiveVisit {
    private static final Duration AGO = Duration.ofMinutes(20);

    private final County services;
    private final String secretary;
    private final String grid;
    private final String id = UUID.randomUUID().toString();
    private final List<Map<String, Object>> requests = new ArrayList<>();

    LiveVisit(County services, String secretary) {
        this.secretary = secretary;
        this.services = services;
        this.grid = services.persons().gridOf(secretary).code();
    }

    void settled(String category, String text, String note) {
        requests.add(request(category, text, Map.of("resolution", Map.of("note", note))));
    }

    /** @return the request's id */
    String forwarded(String category, String text, Map<String, String> contact) {
        var request = request(category, text, contact.isEmpty() ? Map.of() : Map.of("contact", contact));
        requests.add(request);
        return (String) request.get("requestId");
    }

    /** Hands it in twice with the same key, as a phone with a bad signal does; the second answer must be the first. */
    void submit() {
        var body = Map.of(
                "visitId",
                id,
                "gridCode",
                grid,
                "form",
                "HOUSEHOLD",
                "startedAt",
                OffsetDateTime.now(ZoneOffset.ofHours(8)).minus(AGO).toString(),
                "requests",
                requests);
        var intake = services.intake(secretary);
        var first = intake.post("/api/visits", body, id);
        if (!intake.post("/api/visits", body, id).equals(first)) {
            throw new DemoFailed("a repeated submission got another answer");
        }
    }

    private static Map<String, Object> request(String category, String text, Map<String, Object> more) {
        var request = new LinkedHashMap<String, Object>();
        request.put("requestId", UUID.randomUUID().toString());
        request.put("categoryCode", category);
        request.put("text", text);
        request.put("urgency", "NORMAL");
        request.putAll(more);
        return request;
    }
}
