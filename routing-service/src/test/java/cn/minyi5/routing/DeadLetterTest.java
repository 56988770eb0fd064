package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class DeadLetterTest {

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void anUnreadableEventIsSetAsideWithItsReasonAndThoseBehindItAreHandled() {
        var key = UUID.randomUUID().toString();
        var data = "{\"requestId\": 5".getBytes(StandardCharsets.UTF_8);
        Events.send("intake.requests", key, "request.forwarded.v1", data, Instant.now(), UUID.randomUUID());

        County.forward(County.ONE_RULE);

        var letter = letterAbout(key);
        assertThat(letter.get("group")).isEqualTo("routing.requests");
        assertThat((String) letter.get("reason")).contains("request.forwarded.v1");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.everything("routing.requests.dead-letters"))
                        .anyMatch(record -> key.equals(record.key())));
        var replayed = replay(letter);
        assertThat(replayed.statusCode()).isEqualTo(409);
        assertThat(replayed.jsonPath().getString("code")).isEqualTo("dead-letter.still-fails");
    }

    @Test
    void aFollowUpThatCameTooEarlyWaitsForItsTimeAndIsNoDeadLetter() {
        var order = County.forward(County.ONE_RULE);
        var requestId = County.see(order).getString("requestId");
        County.followUp(order, 1, Answer.YES);
        County.sign(order);
        County.reply(order);
        County.review(order, true, "属实");

        County.awaitState(order, "CLOSED");
        assertThat(findLetterAbout(requestId)).isEmpty();
    }

    @Test
    void aLetterThatCanNeverBeReadIsDismissedWithAReasonAndByWhom() {
        var key = UUID.randomUUID().toString();
        Events.send("intake.requests", key, "request.forwarded.v1", new byte[] {'{'}, Instant.now(), UUID.randomUUID());
        var id = letterAbout(key).get("id");

        dismiss(County.administrator(), id, "").statusCode(400).body("field", equalTo("reason"));
        dismiss(County.administrator(), id, "长".repeat(201)).statusCode(400).body("field", equalTo("reason"));
        dismiss(
                        Tokens.of("clerk")
                                .role("clerk")
                                .division("370828")
                                .department("ZJJ")
                                .bearer(),
                        id,
                        "内容残缺")
                .statusCode(403);
        dismiss(County.neighbour(), id, "内容残缺").statusCode(404);
        dismiss(County.administrator(), id, "内容残缺").statusCode(204);

        assertThat(letterAbout(key))
                .containsEntry("dismissalReason", "内容残缺")
                .containsKeys("dismissedBy", "dismissedAt");
        dismiss(County.administrator(), id, "再次").statusCode(409).body("code", equalTo("dead-letter.settled"));
    }

    private static ValidatableResponse dismiss(String by, Object id, String reason) {
        return given().header("Authorization", by)
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/api/dead-letters/" + id + "/dismissal")
                .then();
    }

    @Test
    void historyThatBreaksTheRulesIsSetAsideWhole() {
        var forwarded = OffsetDateTime.parse("2021-09-05T10:00:00+08:00");
        var signedBeforeItWasDispatched = new RequestEvent.History(
                forwarded.plusHours(2), forwarded.plusHours(1), null, null, null, null, null, null, null);
        var request = County.request(County.ONE_RULE, County.GRID, true, signedBeforeItWasDispatched);
        Events.send(request, forwarded.toInstant());

        assertThat((String) letterAbout(request.requestId().toString()).get("reason"))
                .contains("history.out-of-order");
        assertThat(findLetterAbout(County.neighbour(), request.requestId().toString()))
                .as("another county's administrator")
                .isEmpty();
        assertThat(County.findOrderOf(request.requestId())).isNull();
    }

    private static Map<String, Object> letterAbout(String key) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> findLetterAbout(key), letter -> !letter.isEmpty());
    }

    private static Map<String, Object> findLetterAbout(String key) {
        return findLetterAbout(County.administrator(), key);
    }

    private static Map<String, Object> findLetterAbout(String administrator, String key) {
        return given()
                .header("Authorization", administrator)
                .queryParam("limit", 200)
                .get("/api/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(letter -> key.equals(letter.get("key")))
                .findFirst()
                .orElse(new HashMap<>());
    }

    private static Response replay(Map<String, Object> letter) {
        return given().header("Authorization", County.administrator())
                .post("/api/dead-letters/" + letter.get("id") + "/replay");
    }
}
