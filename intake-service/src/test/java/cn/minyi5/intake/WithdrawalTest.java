package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.resolved;
import static cn.minyi5.intake.Submissions.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WithdrawalTest {

    private static final Map<String, Object> SAID =
            Map.of("consent", "群众001当面口头同意，电话13800005678", "reason", "问题已自行解决", "at", "2021-10-06T10:30:00+08:00");

    private final UUID id = UUID.randomUUID();
    private County.Team team;

    @BeforeEach
    void aForwardedRequest() {
        team = County.team();
        team.submit(visit(team.grid(), forwarded(id)));
    }

    @Test
    void whoTookItRecordsTheConsentAndRoutingHearsTheReasonAndNothingThatLeadsToAnybody() {
        withdraw(team.secretary(), id, SAID)
                .statusCode(200)
                .body("consent", equalTo("群**当面口头同意，电话***"))
                .body("consentedAt", equalTo("2021-10-06T10:30:00+08:00"));

        as(team.secretary()).get("/api/requests/{id}", id).then().body("state", equalTo("WITHDRAWN"));
        assertThat(told(id))
                .singleElement()
                .isEqualTo(new RequestEvent.Withdrawn(
                        id,
                        "问题已自行解决",
                        "secretary-of-" + team.code(),
                        OffsetDateTime.parse("2021-10-06T10:30:00+08:00")));
    }

    @Test
    void howeverOftenAndHoweverManyAtOnceItIsWithdrawnOnce() {
        var answers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> withdraw(team.secretary(), id, Map.of("consent", "同意" + n, "reason", "原因" + n))
                                .statusCode(200)
                                .extract()
                                .asString()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(told(id)).hasSize(1);
    }

    @Test
    void onlyWhoTookItAndOnlyWhileItIsOpen() {
        withdraw(team.mate(), id, SAID).statusCode(403).body("code", equalTo("withdrawal.not-who-took-it"));
        withdraw(County.team().secretary(), id, SAID).statusCode(404).body("code", equalTo("request.unknown"));
        as(team.secretary())
                .post("/api/requests/{id}/withdrawal", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("input.missing"));
        withdraw(team.secretary(), id, Map.of("reason", "不办了"))
                .statusCode(400)
                .body("code", equalTo("withdrawal.consent-missing"))
                .body("field", equalTo("consent"));

        var settled = UUID.randomUUID();
        team.submit(visit(UUID.randomUUID(), team.grid(), List.of(resolved(settled))));
        withdraw(team.secretary(), settled, SAID)
                .statusCode(409)
                .body("code", equalTo("withdrawal.nothing-open"))
                .body("details.state", equalTo("RESOLVED_ON_SPOT"));
    }

    @Test
    void whatIsWithdrawnIsOnNoEchoListAndIsNotFollowedUp() {
        var routing = new RoutingVoice(id);
        routing.opens(team).dispatches("JX01", 1).acceptsReply("JX01", 1, "水管已更换");
        routing.awaitState(team, "ANSWERED");
        withdraw(team.secretary(), id, SAID).statusCode(200);

        as(team.secretary()).get("/api/me/echo-list").then().body("total", equalTo(0));
        followUp().statusCode(409).body("code", equalTo("request.ended")).body("details.state", equalTo("WITHDRAWN"));

        routing.withdraws("JX01");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Tables.count("known_work_order where request_id = ? and ended = 'WITHDRAWN'", id) == 1);
        as(team.secretary()).get("/api/requests/{id}", id).then().body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void anOrderThatWasClosedFirstStaysClosed() {
        var routing = new RoutingVoice(id);
        routing.opens(team).dispatches("JX01", 1).acceptsReply("JX01", 1, "水管已更换");
        routing.awaitState(team, "ANSWERED");
        followUp().statusCode(201);
        withdraw(team.secretary(), id, SAID).statusCode(200);

        routing.closes("JX01", 1);

        routing.awaitState(team, "CLOSED");
    }

    @Test
    void whatWasMergedIsWithdrawnByItsOwnCitizenAndTheOtherGoesOn() {
        var other = UUID.randomUUID();
        team.submit(visit(team.grid(), forwarded(other)));
        var parent = new RoutingVoice(other).opens(team).dispatches("JX01", 1);
        new RoutingVoice(id).opens(team).mergesInto(parent).awaitState(team, "MERGED");

        withdraw(team.secretary(), id, SAID).statusCode(200);

        as(team.secretary()).get("/api/requests/{id}", id).then().body("state", equalTo("WITHDRAWN"));
        assertThat(told(id)).hasSize(1);
        parent.awaitState(team, "IN_HAND");
    }

    @Test
    void aComplaintAboutOfficialsIsWithdrawnByWhoTookItAndNobodyElseLearnsOfIt() {
        var complaint = UUID.randomUUID();
        team.submit(visit(team.grid(), forwarded(complaint, County.ABOUT_OFFICIALS, "对工作人员的意见")));

        withdraw(team.mate(), complaint, SAID).statusCode(404);
        withdraw(team.secretary(), complaint, SAID).statusCode(200);
    }

    private ValidatableResponse followUp() {
        return as(team.secretary())
                .body(Map.of("solved", "YES", "satisfied", "YES"))
                .post("/api/requests/{id}/follow-ups", id)
                .then();
    }

    private static ValidatableResponse withdraw(Tokens who, UUID id, Map<String, Object> said) {
        return as(who).body(said).post("/api/requests/{id}/withdrawal", id).then();
    }

    private static List<RequestEvent.Withdrawn> told(UUID id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !Events.of(RequestEvent.Withdrawn.class, id.toString())
                .isEmpty());
        return Events.of(RequestEvent.Withdrawn.class, id.toString()).stream()
                .map(told -> told.event())
                .toList();
    }
}
