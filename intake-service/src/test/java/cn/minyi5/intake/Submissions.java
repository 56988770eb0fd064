package cn.minyi5.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a phone sends. */
final class Submissions {

    private Submissions() {}

    static Map<String, Object> visit(String grid, Map<String, Object> request) {
        return visit(UUID.randomUUID(), grid, List.of(request));
    }

    static Map<String, Object> visit(UUID id, String grid, List<Map<String, Object>> requests) {
        var visit = new LinkedHashMap<String, Object>();
        visit.put("visitId", id);
        visit.put("gridCode", grid);
        visit.put("form", "HOUSEHOLD");
        visit.put("startedAt", "2021-10-05T09:00:00+08:00");
        visit.put("requests", requests);
        return visit;
    }

    /** Anonymous and settled on the spot. */
    static Map<String, Object> resolved() {
        return resolved(UUID.randomUUID());
    }

    static Map<String, Object> resolved(UUID id) {
        var request = request(id, County.LEGAL_AID, "想了解法律援助怎么申请");
        request.put("resolution", Map.of("note", "当场讲清政策"));
        return request;
    }

    static Map<String, Object> forwarded(UUID id) {
        return forwarded(id, County.WATER, "村口水管破裂，家中停水");
    }

    static Map<String, Object> forwarded(UUID id, String category, String text) {
        var request = request(id, category, text);
        request.put("contact", Map.of("name", "群众001", "phone", "13800005678", "address", "村东头"));
        return request;
    }

    /** A complaint about the supervision office itself. */
    static Map<String, Object> aboutTheOffice(UUID id) {
        return with(forwarded(id, County.ABOUT_OFFICIALS, "反映督查室工作人员的作风问题"), "aboutSupervisionOffice", true);
    }

    private static Map<String, Object> request(UUID id, String category, String text) {
        var request = new LinkedHashMap<String, Object>();
        request.put("requestId", id);
        request.put("categoryCode", category);
        request.put("text", text);
        request.put("urgency", "NORMAL");
        return request;
    }

    /** Without the field. */
    static Map<String, Object> without(Map<String, Object> map, String name) {
        var changed = new LinkedHashMap<>(map);
        changed.remove(name);
        return changed;
    }

    static Map<String, Object> with(Map<String, ?> map, String name, Object value) {
        var changed = new LinkedHashMap<String, Object>(map);
        changed.put(name, value);
        return changed;
    }
}
