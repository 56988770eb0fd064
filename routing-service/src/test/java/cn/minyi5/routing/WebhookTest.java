package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.DepartmentSystem.Call;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WebhookTest {

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    private DepartmentSystem system;
    private String id;
    private String secret;

    @BeforeEach
    void waterHasASystemOfItsOwn() throws IOException {
        County.isReady();
        system = new DepartmentSystem();
        var made = subscribe(headOf(County.WATER), Map.of("url", system.url()), UUID.randomUUID());
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        id = made.jsonPath().getString("id");
        secret = made.jsonPath().getString("secret");
    }

    @AfterEach
    void itEnds() {
        given().header("Authorization", headOf(County.WATER)).delete("/api/webhook-subscriptions/" + id);
        system.close();
    }

    @Test
    void aDepartmentsSystemHearsOfItsOrdersSignedAndInTheirOrderWithoutAWordOfTheCitizen() {
        var order = County.forward(County.ONE_RULE);
        County.sign(order);
        County.reply(order);

        var heard = heardOf(order, 9);

        assertThat(heard)
                .extracting(Call::type)
                .containsExactly(
                        "work-order.dispatched.v1",
                        "work-order.signed.v1",
                        "work-order.part-signed.v1",
                        "work-order.part-handed-in.v1",
                        "work-order.part-confirmed.v1",
                        "work-order.part-signed.v1",
                        "work-order.part-handed-in.v1",
                        "work-order.part-confirmed.v1",
                        "work-order.replied.v1");
        assertThat(heard).allMatch(call -> call.isSignedBy(secret)).doesNotHaveDuplicates();
        assertThat(heard).allSatisfy(call -> assertThat(call.body()).doesNotContain("王", "138", "水压"));
        var first = JsonPath.from(heard.get(0).body());
        assertThat(first.getMap("data").keySet())
                .isEqualTo(new HashSet<>(List.of(
                        "id",
                        "number",
                        "state",
                        "version",
                        "dispatchNo",
                        "round",
                        "categoryCode",
                        "gridCode",
                        "department")));
        assertThat(first.getString("data.department")).isEqualTo(County.WATER);
        assertThat(first.getString("timestamp")).endsWith("Z");
        awaitStates(order, Collections.nCopies(9, "DELIVERED").toArray(String[]::new));
    }

    @Test
    void whatCouldNotBeDeliveredIsTriedAgainAndWhatFollowsItOfTheSameOrderWaits() {
        var tries = new ConcurrentHashMap<String, Integer>();
        system.answers(call -> tries.merge(call.order(), 1, Integer::sum) <= 2 ? 500 : 200);
        var order = County.forward(County.ONE_RULE);
        County.sign(order);

        var heard = heardOf(order, 4);

        assertThat(heard)
                .extracting(Call::type)
                .containsExactly(
                        "work-order.dispatched.v1",
                        "work-order.dispatched.v1",
                        "work-order.dispatched.v1",
                        "work-order.signed.v1");
        assertThat(heard.subList(0, 3))
                .extracting(Call::id)
                .containsOnly(heard.get(0).id());
    }

    @Test
    void afterTheLastTryADeliveryIsGivenUpAndAReplayBringsItUnderTheSameId() {
        system.answers(503, Map.of("Retry-After", "0"));
        var order = County.forward(County.ONE_RULE);
        awaitStates(order, "GIVEN_UP");
        assertThat(heardOf(order, 4)).hasSize(4);
        var given = deliveries(order).get(0);
        assertThat(given)
                .containsEntry("status", 503)
                .containsEntry("failure", "answered")
                .containsEntry("tries", 4);
        assertThat(see().getString("failingSince")).isNotNull();

        system.answers(200, Map.of());
        assertThat(post("/deliveries/" + given.get("id") + "/replay").statusCode())
                .isEqualTo(200);
        awaitStates(order, "DELIVERED");
        assertThat(system.callsAbout(order)).hasSize(5).extracting(Call::id).containsOnly((String) given.get("id"));
        assertThat(see().getString("failingSince")).isNull();

        var since = given().header("Authorization", headOf(County.WATER))
                .contentType("application/json")
                .body(Map.of("since", given.get("happenedAt")))
                .post("/api/webhook-subscriptions/" + id + "/replay");
        assertThat(since.jsonPath().getInt("deliveries")).isPositive();
        heardOf(order, 6);
    }

    @Test
    void aSystemThatIsGoneIsDisabledAndGetsEverythingOnceItIsResumed() {
        system.answers(410, Map.of());
        var order = County.forward(County.ONE_RULE);
        await().atMost(Duration.ofSeconds(30)).until(() -> see().getString("state"), "DISABLED"::equals);
        assertThat(see().getString("reason")).isEqualTo("GONE");
        assertThat(see().getString("disabledAt")).endsWith("+08:00");
        assertThat(post("/ping").jsonPath().getString("code")).isEqualTo("webhook.wrong-state");
        County.sign(order);

        system.answers(200, Map.of());
        assertThat(post("/resume").jsonPath().getString("state")).isEqualTo("ACTIVE");
        assertThat(see().getString("disabledAt")).isNull();

        awaitStates(order, "DELIVERED", "DELIVERED");
        assertThat(system.callsAbout(order))
                .extracting(Call::type)
                .containsExactly("work-order.dispatched.v1", "work-order.dispatched.v1", "work-order.signed.v1");
    }

    @Test
    void whoseKeyIsLostIsNotResumedAndReadsWhatToDo() {
        assertThat(post("/pause").jsonPath().getString("state")).isEqualTo("PAUSED");
        transactions
                .run(now -> sql.update("delete from keys.data_key where id = $1", UUID.fromString(id)))
                .await()
                .atMost(Duration.ofSeconds(10));

        var refused = post("/resume");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("webhook.key-lost");
        assertThat(refused.asString()).contains("重新订阅");
        assertThat(see().getString("state")).isEqualTo("PAUSED");
    }

    @Test
    void whatHappensWhileASystemIsPausedWaitsForIt() {
        assertThat(post("/pause").jsonPath().getString("state")).isEqualTo("PAUSED");
        var order = County.forward(County.ONE_RULE);
        awaitStates(order, "WAITING");
        assertThat(system.callsAbout(order)).isEmpty();

        post("/resume");
        awaitStates(order, "DELIVERED");
    }

    @Test
    void afterARotationBothSecretsSignAndTheNewOneIsToldOnce() {
        var key = UUID.randomUUID();
        var rotated = post("/secret", key);
        var fresh = rotated.jsonPath().getString("secret");
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(secret);
        assertThat(rotated.jsonPath().getString("formerSecretUntil")).isNotNull();
        assertThat(post("/secret", key).jsonPath().getString("secret"))
                .as("asked again")
                .isEqualTo(fresh);
        assertThat(see().getString("secret")).isNull();

        assertThat(post("/ping").statusCode()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(30)).until(() -> !system.calls().isEmpty());
        var ping = system.calls().get(0);
        assertThat(ping.type()).isEqualTo("webhook.ping");
        assertThat(ping.isSignedBy(secret)).isTrue();
        assertThat(ping.isSignedBy(fresh)).isTrue();
    }

    @Test
    void aSecretIsKeptSealedAndNotWithTheAnswerThatToldIt() {
        var plain = secret.substring("whsec_".length());
        var kept = transactions
                .read(() -> sql.value(
                        Long.class,
                        """
                        select (select count(*) from idempotent_answer where answer like '%' || $1 || '%')
                            + (select count(*) from webhook_subscription where encode(secret, 'base64') like '%' || $1 || '%')
                            + (select count(*) from change_log c where c::text like '%' || $1 || '%')""",
                        plain))
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(kept).isZero();
    }

    @Test
    void nobodyHearsOfAnotherDepartmentsOrdersOrOfAComplaintAboutOfficials() throws IOException {
        try (var townships = new DepartmentSystem()) {
            var other = subscribe(
                            County.administrator(),
                            Map.of("url", townships.url(), "department", County.TOWNSHIP),
                            UUID.randomUUID())
                    .jsonPath()
                    .getString("id");
            var all = subscribe(
                            County.administrator(),
                            Map.of("url", townships.url(), "department", "DUCHA"),
                            UUID.randomUUID())
                    .jsonPath()
                    .getString("id");
            var ofPower = County.forward(County.TWO_EQUAL_RULES);
            var confidential = County.forward(County.COMPLAINT_ABOUT_OFFICIALS);
            County.act(County.supervisor(), confidential, "sign", Map.of());
            County.act(
                    County.dispatcher(),
                    ofPower,
                    "dispatch",
                    Map.of("lead", County.POWER, "assisting", List.of(County.TOWNSHIP), "reason", "会商"));
            // The last of them: whoever has heard of it has heard of all before it that it will hear of.
            var everybodys = County.forward(County.ONE_RULE);
            heardOf(everybodys, 1);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(townships.callsAbout(ofPower))
                    .hasSize(1));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(townships.callsAbout(everybodys))
                    .hasSize(1));
            assertThat(system.callsAbout(ofPower)).isEmpty();
            assertThat(system.callsAbout(confidential)).isEmpty();
            assertThat(townships.callsAbout(confidential)).isEmpty();
            given().header("Authorization", County.administrator()).delete("/api/webhook-subscriptions/" + other);
            given().header("Authorization", County.administrator()).delete("/api/webhook-subscriptions/" + all);
        }
    }

    @Test
    void aSubscriptionIsThereForItsDepartmentAndItsAdministratorsAlone() {
        var path = "/api/webhook-subscriptions/" + id;
        for (var bearer : List.of(headOf(County.WATER), County.administrator(), accountOf(County.WATER))) {
            assertThat(given().header("Authorization", bearer).get(path).statusCode())
                    .isEqualTo(200);
        }
        for (var bearer : List.of(headOf(County.POWER), County.neighbour(), accountOf(County.POWER))) {
            assertThat(given().header("Authorization", bearer).get(path).statusCode())
                    .isEqualTo(404);
            assertThat(given().header("Authorization", bearer)
                            .get("/api/webhook-subscriptions")
                            .jsonPath()
                            .getList("items.id"))
                    .doesNotContain(id);
        }
        var another = subscribe(
                headOf(County.WATER), Map.of("url", system.url(), "department", County.POWER), UUID.randomUUID());
        assertThat(another.jsonPath().getString("code")).isEqualTo("webhook.not-yours");
    }

    @Test
    void whatOnlyTheServiceCanReachIsNotCalled() {
        var made = subscribe(headOf(County.WATER), Map.of("url", "https://10.0.0.1/"), UUID.randomUUID());
        assertThat(made.statusCode()).isEqualTo(400);
        assertThat(made.jsonPath().getString("code")).isEqualTo("webhook.address-not-allowed");
    }

    private static Response subscribe(String bearer, Map<String, ?> body, UUID key) {
        return given().header("Authorization", bearer)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/webhook-subscriptions");
    }

    private Response post(String path) {
        return post(path, UUID.randomUUID());
    }

    private Response post(String path, UUID key) {
        return given().header("Authorization", headOf(County.WATER))
                .header("Idempotency-Key", key)
                .post("/api/webhook-subscriptions/" + id + path);
    }

    private JsonPath see() {
        return given().header("Authorization", headOf(County.WATER))
                .get("/api/webhook-subscriptions/" + id)
                .jsonPath();
    }

    private List<Call> heardOf(UUID order, int times) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> system.callsAbout(order).size() >= times);
        return system.callsAbout(order);
    }

    /** Of the order's deliveries. */
    private void awaitStates(UUID order, String... states) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(deliveries(order))
                .extracting(delivery -> delivery.get("state"))
                .containsExactly((Object[]) states));
    }

    private List<Map<String, Object>> deliveries(UUID order) {
        var page = given().header("Authorization", headOf(County.WATER))
                .get("/api/webhook-subscriptions/" + id + "/deliveries")
                .jsonPath();
        List<Map<String, Object>> items = page.getList("items");
        return items.stream()
                .filter(delivery -> order.toString().equals(delivery.get("workOrderId")))
                .toList();
    }

    private static String headOf(String department) {
        return Tokens.of("head-" + department)
                .role("department-head")
                .division("370828")
                .department(department)
                .bearer();
    }

    private static String accountOf(String department) {
        return Tokens.of("service-account-" + department)
                .role("integration")
                .role("clerk")
                .division("370828")
                .department(department)
                .bearer();
    }
}
