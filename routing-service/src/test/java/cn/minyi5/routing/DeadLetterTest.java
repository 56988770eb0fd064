package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
    void aFollowUpThatCameTooEarlyIsReplayedWhenItsTimeHasCome() {
        var order = County.forward(County.ONE_RULE);
        var requestId = County.see(order).getString("requestId");
        County.followUp(order, 1, Answer.YES);
        var letter = letterAbout(requestId);
        assertThat((String) letter.get("reason")).contains("work-order.wrong-state");
        County.sign(order);
        County.reply(order);
        County.review(order, true, "属实");

        assertThat(replay(letter).statusCode()).isBetween(200, 204);

        County.awaitState(order, "CLOSED");
        assertThat(letterAbout(requestId)).containsKey("replayedAt");
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
        assertThat(County.findOrderOf(request.requestId())).isNull();
    }

    private static Map<String, Object> letterAbout(String key) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> findLetterAbout(key), letter -> !letter.isEmpty());
    }

    private static Map<String, Object> findLetterAbout(String key) {
        return given()
                .header("Authorization", County.administrator())
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
