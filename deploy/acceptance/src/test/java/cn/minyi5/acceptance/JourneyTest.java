package cn.minyi5.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.ApiRefusal;
import cn.minyi5.county.api.County;
import cn.minyi5.county.demo.AssistingParts;
import cn.minyi5.local.stack.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(2)
class JourneyTest {

    /** 农村饮水、水管破损. */
    private static final String WATER = "GS02";

    private static Stack stack;
    private static County county;
    private static String grid;

    @BeforeAll
    static void aCountyWithItsMasterData() {
        stack = TheCounty.loaded();
        county = new County(stack.home());
        grid = stack.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).code();
    }

    @Test
    void aRequestTravelsFromAVisitToASignedAnsweredAndFollowedUpWorkOrder() {
        // The secretary records a visit with two requests, one settled, one forwarded; twice, as a phone does
        var requestId = UUID.randomUUID();
        var visit = Visits.visit(
                grid,
                List.of(
                        Visits.resolved("PA05", "想了解法律援助怎么申请"),
                        Visits.forwarded(requestId, WATER, "村口水管破裂，电话13800000001，家中停水")));
        var secretary = county.intake(DemoPersons.VILLAGE_SECRETARY);
        var key = UUID.randomUUID().toString();
        var answer = secretary.post("/api/visits", visit, key);
        assertThat(secretary.post("/api/visits", visit, key)).isEqualTo(answer);

        // Routing dispatches it and says why
        var order = awaitOrder(requestId);
        var id = order.get("id").asText();
        var seen = county.routing(DemoPersons.DISPATCHER).get("/api/work-orders/" + id);
        assertThat(seen.get("why").get("clause").asText()).isNotBlank();
        assertThat(seen.get("why").get("catalogueVersion").asInt()).isPositive();
        assertThat(seen.get("text").asText()).doesNotContain("13800000001");
        assertThat(seen.toString()).doesNotContain("群众001").doesNotContain("13800000001");

        // The clerk lists it, signs, replies; the desk accepts
        var clerk = county.routing(DemoPersons.clerk(seen.get("lead").asText()));
        assertThat(ids(clerk.all("/api/work-orders?state=AWAITING_SIGN&limit=100")))
                .contains(id);
        assertThat(clerk.post("/api/work-orders/" + id + "/sign", Map.of())
                        .get("state")
                        .asText())
                .isEqualTo("IN_PROGRESS");
        assertConflict(() -> clerk.post("/api/work-orders/" + id + "/sign", Map.of()));
        var reply = Map.of("resultCode", "SOLVED", "text", "水管已更换，恢复供水", "contactLog", "当日电话联系并到场");
        assertConflict(() -> clerk.post("/api/work-orders/" + id + "/reply", reply));
        assertThat(new AssistingParts(county).bringIn(id)).isPositive();
        clerk.post("/api/work-orders/" + id + "/reply", reply);
        assertThat(county.routing(DemoPersons.DISPATCHER)
                        .post("/api/work-orders/" + id + "/reply-review", Map.of("accept", true))
                        .get("state")
                        .asText())
                .isEqualTo("FOLLOW_UP");

        // The secretary finds the answer in her echo list and follows up; the order closes
        await().atMost(Duration.ofSeconds(30))
                .until(() -> secretary.get("/api/me/echo-list").toString().contains(requestId.toString()));
        secretary.post("/api/requests/" + requestId + "/follow-ups", Map.of("solved", "YES", "satisfied", "YES"));
        await().atMost(Duration.ofSeconds(30)).until(() -> clerk.get("/api/work-orders/" + id)
                .get("state")
                .asText()
                .equals("CLOSED"));
        assertThat(actions(clerk.get("/api/work-orders/" + id))).hasSizeGreaterThanOrEqualTo(6);
        assertConflict(() -> clerk.post("/api/work-orders/" + id + "/sign", Map.of()));

        // The department was told
        await().atMost(Duration.ofSeconds(30)).until(() -> county.notification(
                        DemoPersons.clerk(seen.get("lead").asText()))
                .get("/api/me/inbox?limit=100")
                .toString()
                .contains(order.get("number").asText()));
    }

    @Test
    void whatNoRuleCatchesWaitsInTheQueueOfTheDispatchDesk() {
        var requestId = Visits.forwardOne(county, grid, "ZX01");
        var dispatcher = county.routing(DemoPersons.DISPATCHER);
        await().atMost(Duration.ofSeconds(30)).until(() -> dispatcher
                .get("/api/dispatch-queue?limit=200")
                .toString()
                .contains(requestId.toString()));
    }

    @Test
    void aComplaintAboutOfficialsIsSeenByTheSupervisionOfficeAlone() {
        var requestId = Visits.forwardOne(county, grid, "ZX02");
        var seen = await().atMost(Duration.ofSeconds(30))
                .until(() -> Visits.orderOf(county, DemoPersons.SUPERVISOR, requestId), order -> order != null);
        assertThat(Visits.orderOf(county, DemoPersons.DISPATCHER, requestId)).isNull();
        assertRefused(404, () -> county.routing(DemoPersons.DISPATCHER)
                .get("/api/work-orders/" + seen.get("id").asText()));
    }

    @Test
    void aForeignTokenIsUnknownAWrongRoleIsForbiddenAndAnotherDepartmentsOrderIsNotThere() throws Exception {
        var requestId = Visits.forwardOne(county, grid, WATER);
        var id = awaitOrder(requestId).get("id").asText();
        var path = "/api/work-orders/" + id;
        assertRefused(404, () -> county.routing(DemoPersons.clerk("370828102")).get(path));
        assertRefused(403, () -> county.routing(DemoPersons.VILLAGE_SECRETARY).post(path + "/sign", Map.of()));
        assertUnknown("eyJhbGciOiJub25lIn0.e30.", path);
    }

    @Test
    void nobodyButRoutingWritesWhatRoutingSays() {
        var intake = new HashMap<>(stack.kafka().client(Stack.INTAKE));
        intake.put("max.block.ms", 20_000);
        try (var producer = new KafkaProducer<>(intake, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("routing.work-orders", "key", "{}"))
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void aTokenOfAnotherKeyIsRefusedWithoutAskingKeycloakAboutIt() throws Exception {
        var token = county.login(DemoPersons.DISPATCHER).token();
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"another\"}".getBytes(UTF_8));
        var log = stack.process(Stack.ROUTING).log();
        var before = Files.readAllLines(log).size();
        assertUnknown(header + token.substring(token.indexOf('.')), "/api/dispatch-queue");
        assertThat(Files.readAllLines(log).stream().skip(before)).noneMatch(line -> line.contains("introspect"));
    }

    private static void assertUnknown(String token, String path) throws Exception {
        var call = HttpRequest.newBuilder(URI.create(stack.address(Stack.ROUTING) + path))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = HttpClient.newHttpClient().send(call, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aVisitInSomebodyElsesGridIsRefusedAndNothingOfItIsStored() {
        var elsewhere = stack.persons().gridOf(DemoPersons.OTHER_SECRETARY).code();
        var visit = Visits.visit(elsewhere, List.of(Visits.resolved("PA05", "想了解法律援助怎么申请")));
        var secretary = county.intake(DemoPersons.VILLAGE_SECRETARY);
        assertRefused(400, () -> secretary.post("/api/visits", visit));
        assertRefused(404, () -> secretary.get("/api/visits/" + visit.get("visitId")));
    }

    private static JsonNode awaitOrder(UUID requestId) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> Visits.orderOf(county, DemoPersons.DISPATCHER, requestId), order -> order != null);
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.get("id").asText()).toList();
    }

    private static List<String> actions(JsonNode order) {
        var actions = new ArrayList<String>();
        order.get("timeline").forEach(entry -> actions.add(entry.get("action").asText()));
        return actions;
    }

    private static void assertConflict(Runnable call) {
        assertRefused(409, call);
    }

    private static void assertRefused(int status, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ApiRefusal.class, refusal -> assertThat(refusal.status())
                .isEqualTo(status));
    }
}
