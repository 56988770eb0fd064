package cn.minyi5.acceptance;

import static org.awaitility.Awaitility.await;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.Api;
import cn.minyi5.county.api.County;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Work orders that a test at the desks has brought about itself, each in the state that it asks for: what others have left
 * in the county decides nothing. They are matters without a rule, which the desk gives to one department alone.
 */
final class DeskOrders {

    /** 县水务局. */
    static final String DEPARTMENT = "JX03";

    static final String CLERK = DemoPersons.clerk(DEPARTMENT);

    /** Who reports them walks 胡集镇. */
    static final String TOWNSHIP = "370828102";

    private static final String ORDERS = "/api/work-orders";
    private static final String WITHOUT_A_RULE = "ZX01";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final County county;

    DeskOrders(County county) {
        this.county = county;
    }

    /** For the desk to dispatch. @return their ids, in the order of the texts */
    List<String> waiting(String... texts) {
        var grid = county.persons().gridOf(DemoPersons.OTHER_SECRETARY).code();
        var ids = Arrays.stream(texts).map(text -> UUID.randomUUID()).toList();
        var requests = IntStream.range(0, texts.length)
                .mapToObj(at -> Visits.forwarded(ids.get(at), WITHOUT_A_RULE, texts[at]))
                .toList();
        county.intake(DemoPersons.OTHER_SECRETARY).post("/api/visits", Visits.visit(grid, requests));
        return ids.stream().map(this::dispatchable).toList();
    }

    /** With the clerk, to be signed. */
    List<String> toSign(String... texts) {
        var ids = waiting(texts);
        ids.forEach(id -> desk().post(path(id, "dispatch"), Map.of("lead", DEPARTMENT, "reason", "供水事项由水务局办理")));
        return ids;
    }

    String inProgress(String text) {
        var id = toSign(text).get(0);
        clerk().post(path(id, "sign"), Map.of());
        return id;
    }

    String replied(String text) {
        var id = inProgress(text);
        reply(id);
        return id;
    }

    void reply(String id) {
        clerk().post(
                        path(id, "reply"),
                        Map.of("resultCode", "SOLVED", "text", "胡集镇的水管已经更换，水压恢复正常。", "contactLog", "上午电话联系，群众认可。"));
    }

    String returned(String text) {
        var id = inProgress(text);
        giveBack(id);
        return id;
    }

    /** Returned once more after the desk has said no. */
    String disputed(String text) {
        var id = returned(text);
        desk().post(path(id, "return-ruling"), Map.of("accept", false, "reason", "供水管网由水务局统一维护"));
        giveBack(id);
        return id;
    }

    String proposedForSuspension(String text) {
        var id = inProgress(text);
        head().post(
                        path(id, "suspension"),
                        Map.of(
                                "kind",
                                "AWAITS_PLANNING",
                                "plan",
                                "老旧管网改造已列入明年计划，先装临时增压泵",
                                "reviewOn",
                                LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                        .plusMonths(2)
                                        .toString()));
        return id;
    }

    String suspended(String text) {
        var id = proposedForSuspension(text);
        office().post(path(id, "suspension-ruling"), Map.of("accept", true));
        return id;
    }

    String merged(String text, String sameAgain) {
        var ids = waiting(text, sameAgain);
        desk().post(path(ids.get(0), "merge"), Map.of("parent", number(ids.get(1)), "reason", "同一件事"));
        return ids.get(0);
    }

    /** Closed, and begun anew by the supervision office. */
    String reopened(String text) {
        var id = replied(text);
        desk().post(path(id, "reply-review"), Map.of("accept", true));
        var requestId = order(id).path("requestId").asText();
        var secretary = county.intake(DemoPersons.OTHER_SECRETARY);
        await().atMost(PATIENCE).until(() -> secretary
                .find(
                        "/api/me/echo-list",
                        each -> each.path("requestId").asText().equals(requestId))
                .isPresent());
        secretary.post("/api/requests/" + requestId + "/follow-ups", Map.of("solved", "YES", "satisfied", "YES"));
        await().atMost(PATIENCE).until(() -> state(id).equals("CLOSED"));
        office().post(path(id, "reopening"), Map.of("reason", "群众来电：修好一天后又漏水"));
        return id;
    }

    JsonNode order(String id) {
        return office().get(ORDERS + "/" + id);
    }

    String state(String id) {
        return order(id).path("state").asText();
    }

    String number(String id) {
        return order(id).path("number").asText();
    }

    private String dispatchable(UUID requestId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> desk().find(
                                        ORDERS + "?limit=200&state=AWAITING_DISPATCH",
                                        order ->
                                                order.path("requestId").asText().equals(requestId.toString())),
                        Optional::isPresent)
                .orElseThrow()
                .path("id")
                .asText();
    }

    private void giveBack(String id) {
        clerk().post(
                        path(id, "return"),
                        Map.of("reason", "该村供水由镇水厂负责", "clause", "权责清单（演示）第8条", "suggestedDepartment", "370828102"));
    }

    private static String path(String id, String step) {
        return ORDERS + "/" + id + "/" + step;
    }

    private Api desk() {
        return county.routing(DemoPersons.DISPATCHER);
    }

    private Api clerk() {
        return county.routing(CLERK);
    }

    private Api head() {
        return county.routing(DemoPersons.head(DEPARTMENT));
    }

    private Api office() {
        return county.routing(DemoPersons.SUPERVISOR);
    }
}
