package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.WorkOrderDiversionEvent.AnsweredOutside;
import cn.minyi5.contracts.WorkOrderDiversionEvent.ForwardedOut;
import cn.minyi5.contracts.WorkOrderDiversionEvent.TakenBack;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 外转. To the city's 12345 platform and back, by the number that it has there. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ForwardingTest {

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void whatThePlatformAnswersUnderItsNumberWaitsForTheCitizensWord() {
        var order = County.forward(County.NO_RULE);
        forwardOut(order, "12345-2026-0001");
        assertThat(County.see(order).getString("state")).isEqualTo("FORWARDED_OUT");
        assertThat(County.see(order).getString("holder")).isEqualTo("OUTSIDE");
        assertThat(County.see(order).getString("externalNumber")).isEqualTo("12345-2026-0001");

        var answered = outcome(
                platform("370828"),
                "12345-2026-0001",
                Map.of("outcome", "ANSWERED", "resultCode", "SOLVED", "text", "路灯已维修"));

        assertThat(answered.statusCode()).as(answered.asString()).isEqualTo(200);
        assertThat(County.see(order).getString("state")).isEqualTo("FOLLOW_UP");
        assertThat(County.see(order).getString("reply.text")).isEqualTo("路灯已维修");
        assertThat(County.see(order).getString("externalNumber")).isEqualTo("12345-2026-0001");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(Events.of(ForwardedOut.class, order.toString()))
                    .extracting(told -> told.event().externalNumber())
                    .containsExactly("12345-2026-0001");
            assertThat(Events.of(AnsweredOutside.class, order.toString()))
                    .extracting(told -> told.event().text())
                    .containsExactly("路灯已维修");
        });
    }

    @Test
    void whatThePlatformTakesNoChargeOfIsAtTheDeskAgainAndItsNumberIsFree() {
        var order = County.forward(County.NO_RULE);
        forwardOut(order, "12345-2026-0002");
        var other = County.forward(County.NO_RULE);
        var taken = forward(other, "12345-2026-0002");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.jsonPath().getString("code")).isEqualTo("external-order.number-taken");

        var back = outcome(platform("370828"), "12345-2026-0002", Map.of("outcome", "TAKEN_BACK", "reason", "不属于市级职责"));

        assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
        assertThat(County.see(order).getString("state")).isEqualTo("AWAITING_DISPATCH");
        assertThat(County.actions(order)).containsExactly("OPEN", "FORWARD_OUT", "TAKE_BACK");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.of(TakenBack.class, order.toString()))
                        .extracting(told -> told.event().externalNumber())
                        .containsExactly("12345-2026-0002"));
        forwardOut(other, "12345-2026-0002");
    }

    @Test
    void aNumberThatTheCountyGaveNobodyOrAnotherCountysPlatformAsksForIsUnknown() {
        var order = County.forward(County.NO_RULE);
        forwardOut(order, "12345-2026-0003");
        var answer = Map.of("outcome", "ANSWERED", "resultCode", "SOLVED", "text", "已维修");

        for (var unknown : new Response[] {
            outcome(platform("370828"), "12345-2026-9999", answer),
            outcome(platform("370829"), "12345-2026-0003", answer)
        }) {
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.jsonPath().getString("code")).isEqualTo("external-order.unknown");
        }
        assertThat(County.see(order).getString("state")).isEqualTo("FORWARDED_OUT");
    }

    private static void forwardOut(UUID order, String number) {
        var forwarded = forward(order, number);
        assertThat(forwarded.statusCode()).as(forwarded.asString()).isEqualTo(200);
    }

    private static Response forward(UUID order, String number) {
        return County.act(
                County.dispatcher(), order, "forwarding", Map.of("externalNumber", number, "reason", "属市级管养道路"));
    }

    private static Response outcome(String bearer, String number, Map<String, ?> body) {
        return given().header("Authorization", bearer)
                .contentType("application/json")
                .body(body)
                .post("/api/external-orders/" + number + "/outcome");
    }

    private static String platform(String division) {
        return Tokens.of("platform-12345-" + division)
                .role("integration")
                .division(division)
                .bearer();
    }
}
