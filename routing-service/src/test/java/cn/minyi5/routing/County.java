package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.MasterDataEvent;
import cn.minyi5.contracts.MasterDataEvent.Named;
import cn.minyi5.contracts.MasterDataEvent.NamedCategory;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small county around the service: its people, its catalogue, and intake, which forwards requests. */
public final class County {

    public static final String GRID = "370828101001001";
    public static final String OTHER_TOWNSHIP_GRID = "370828102001001";
    public static final String TEAM = "T370828101001001";
    public static final String WATER = "JX03";
    public static final String POWER = "JX04";
    public static final String TOWNSHIP = "370828101";

    /** One rule wins: water leads, the township assists. */
    public static final String ONE_RULE = "GS02";

    /** No rule; replies say how it was checked on the spot. */
    public static final String CHECKED = "PA04";

    public static final String TWO_EQUAL_RULES = "GS09";
    public static final String NO_RULE = "YZ01";
    public static final String COMPLAINT_ABOUT_OFFICIALS = "ZX02";

    public static final String DEPARTMENTS =
            """
            code,name
            JX03,县水务局
            JX04,国网金乡县供电公司
            DUCHA,县政府督查室
            370828101,羊山镇
            """;

    public static final String CATALOGUE =
            """
            category_prefix,division_prefix,lead,assisting,clause
            GS02,370828,JX03,TOWNSHIP|JX04,权责清单（演示）第8条
            GS09,370828,JX03,,权责清单（演示）第9条
            GS09,370828,JX04,,权责清单（演示）第10条
            """;

    private County() {}

    public static String administrator() {
        return Tokens.of("administrator")
                .role("administrator")
                .division("370828")
                .bearer();
    }

    public static String dispatcher() {
        return Tokens.of("dispatcher").role("dispatcher").division("370828").bearer();
    }

    public static String supervisor() {
        return Tokens.of("supervisor").role("supervisor").division("370828").bearer();
    }

    public static String supervisorOf(String division) {
        return Tokens.of("supervisor-" + division)
                .role("supervisor")
                .division(division)
                .bearer();
    }

    public static String clerkOf(String department) {
        return Tokens.of("clerk-" + department)
                .role("clerk")
                .division("370828")
                .department(department)
                .bearer();
    }

    public static String headOf(String department) {
        return Tokens.of("head-" + department)
                .role("department-head")
                .division("370828")
                .department(department)
                .bearer();
    }

    public static String secretaryOf(String team) {
        return Tokens.of("secretary001")
                .role("secretary")
                .division(TOWNSHIP)
                .team(team)
                .bearer();
    }

    /** Departments and a published catalogue are there; done once for all tests. */
    public static void isReady() {
        given().header("Authorization", administrator())
                .contentType("text/csv; charset=utf-8")
                .body(DEPARTMENTS)
                .put("/api/departments")
                .then()
                .statusCode(200);
        var version = given().header("Authorization", administrator())
                .header("Idempotency-Key", "the catalogue of all tests")
                .contentType("text/csv; charset=utf-8")
                .body(CATALOGUE)
                .post("/api/catalogue-versions?effective-from=2020-01-01")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("version");
        // Equal rules on purpose: the desk is to decide between them.
        given().header("Authorization", administrator())
                .post("/api/catalogue-versions/" + version + "/publish?with-equal-rules=true")
                .then()
                .statusCode(200);
    }

    /** Intake has told what a category and the places are called. */
    public static void namesAreKnown() {
        Events.send(
                new MasterDataEvent.CategoriesNamed(
                        "370828",
                        List.of(
                                new NamedCategory(ONE_RULE, "农村饮水、水管破损", false),
                                new NamedCategory(CHECKED, "消防通道、安全生产隐患", true))),
                Instant.now());
        Events.send(
                new MasterDataEvent.PlacesNamed(
                        "370828", List.of(new Named(TOWNSHIP, "羊山镇"), new Named(GRID.substring(0, 12), "前李庄村"))),
                Instant.now());
        for (var list : List.of("category-names", "place-names")) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !names(administrator(), list).isEmpty());
        }
    }

    public static List<String> names(String bearer, String list) {
        return given().header("Authorization", bearer)
                .get("/api/" + list)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.name");
    }

    /** Another county has a catalogue of its own. */
    public static void neighbourPublishes(String effectiveFrom, String clause) {
        given().header("Authorization", neighbour())
                .contentType("text/csv; charset=utf-8")
                .body("code,name\nJXIANG03,嘉祥县水务局\n")
                .put("/api/departments")
                .then()
                .statusCode(200);
        var version = given().header("Authorization", neighbour())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=utf-8")
                .body("category_prefix,division_prefix,lead,assisting,clause\nGS,,JXIANG03,,%s\n".formatted(clause))
                .post("/api/catalogue-versions?effective-from=" + effectiveFrom)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("version");
        given().header("Authorization", neighbour())
                .post("/api/catalogue-versions/" + version + "/publish")
                .then()
                .statusCode(200);
    }

    /** Of another county. */
    public static String neighbour() {
        return Tokens.of("neighbour").role("administrator").division("370829").bearer();
    }

    public static RequestEvent.Forwarded request(
            String category, String grid, boolean imported, RequestEvent.@Nullable History history) {
        return new RequestEvent.Forwarded(
                UUID.randomUUID(),
                UUID.randomUUID(),
                grid,
                category,
                Urgency.NORMAL,
                "自来水水压低，二楼上不去水。",
                new RequestEvent.MaskedCitizen(false, "王**", "138****5678"),
                TEAM,
                OffsetDateTime.parse("2026-11-05T09:00:00+08:00"),
                imported,
                history,
                null);
    }

    /** Intake forwards a request; the order that routing made of it, as the event that opened it says. */
    public static UUID forward(String category, String grid) {
        return forward(category, grid, supervisor());
    }

    /** @param office the supervision office that answers for the grid */
    public static UUID forward(String category, String grid, String office) {
        var request = request(category, grid, false, null);
        Events.send(request, Instant.now());
        return orderOf(request.requestId(), office);
    }

    public static UUID forward(String category) {
        return forward(category, GRID);
    }

    /** The order of a request, once it is there; the supervision office sees it in any case. */
    public static UUID orderOf(UUID requestId) {
        return orderOf(requestId, supervisor());
    }

    private static UUID orderOf(UUID requestId, String office) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> findOrderOf(requestId, office), id -> id != null);
    }

    public static @Nullable UUID findOrderOf(UUID requestId) {
        return findOrderOf(requestId, supervisor());
    }

    private static @Nullable UUID findOrderOf(UUID requestId, String office) {
        for (var after = ""; after != null; ) {
            var page = list(office, Map.of("limit", "200", "after", after));
            for (Map<String, Object> order : page.<Map<String, Object>>getList("items")) {
                if (order.get("requestId").equals(requestId.toString())) {
                    return UUID.fromString((String) order.get("id"));
                }
            }
            after = page.getString("next");
        }
        return null;
    }

    public static JsonPath list(String bearer, Map<String, String> query) {
        return given().header("Authorization", bearer)
                .queryParams(query)
                .get("/api/work-orders")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath see(String bearer, UUID order) {
        return given().header("Authorization", bearer)
                .get("/api/work-orders/" + order)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath see(UUID order) {
        return see(supervisor(), order);
    }

    public static Response act(String bearer, UUID order, String action, Map<String, ?> body) {
        var request = given().header("Authorization", bearer);
        return (body.isEmpty()
                        ? request
                        : request.contentType("application/json").body(body))
                .post("/api/work-orders/" + order + "/" + action);
    }

    public static Response sign(UUID order) {
        return act(clerkOf(WATER), order, "sign", Map.of());
    }

    /** Once who assists is done with its part, if the order is there yet. */
    public static Response reply(UUID order) {
        if (see(order).getString("state").equals("IN_PROGRESS")) {
            assist(order);
        }
        return act(
                clerkOf(WATER),
                order,
                "reply",
                Map.of("resultCode", "SOLVED", "text", "已更换水表，水压恢复正常。", "contactLog", "11月5日电话联系，群众认可"));
    }

    /** Whoever has yet to sign a part signs it and hands it in, and the lead confirms it. */
    public static void assist(UUID order) {
        see(order)
                .<String>getList("parts.findAll { it.standing == 'AWAITING_SIGN' }.department")
                .forEach(department -> assist(department, order));
    }

    private static void assist(String department, UUID order) {
        var part = "assisting/" + department;
        var done = List.of(
                act(clerkOf(department), order, part + "/sign", Map.of()),
                act(clerkOf(department), order, part + "/hand-in", Map.of("text", "已到现场配合，停水期间送水到户。")),
                act(clerkOf(WATER), order, part + "/confirmation", Map.of("accept", true)));
        assertThat(done).allMatch(answer -> answer.statusCode() == 200);
    }

    public static Response returnAsNotOurs(String department, UUID order) {
        return act(
                clerkOf(department),
                order,
                "return",
                Map.of("reason", "该路段供水由镇水厂负责", "clause", "权责清单（演示）第9条", "suggestedDepartment", TOWNSHIP));
    }

    public static Response review(UUID order, boolean accept, String reason) {
        return act(dispatcher(), order, "reply-review", Map.of("accept", accept, "reason", reason));
    }

    /** An order that waits for the citizen's word. */
    public static UUID answered() {
        var order = forward(ONE_RULE);
        assertThat(sign(order).statusCode()).isEqualTo(200);
        assertThat(reply(order).statusCode()).isEqualTo(200);
        assertThat(review(order, true, "属实").statusCode()).isEqualTo(200);
        return order;
    }

    public static void followUp(UUID order, int round, Answer solved) {
        var requestId = UUID.fromString(see(order).getString("requestId"));
        Events.send(
                new RequestEvent.FollowedUp(requestId, order, round, solved, Answer.YES, "secretary001"),
                Instant.now());
    }

    public static void awaitState(UUID order, String state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(see(order).getString("state")).isEqualTo(state));
    }

    public static List<String> actions(UUID order) {
        return see(order).getList("timeline.action");
    }
}
