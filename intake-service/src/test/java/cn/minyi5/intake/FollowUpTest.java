package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class FollowUpTest {

    private final UUID id = UUID.randomUUID();
    private final RoutingVoice routing = new RoutingVoice(id);
    private County.Team team;

    @BeforeEach
    void aForwardedRequest() {
        team = County.team();
        team.submit(visit(team.grid(), forwarded(id)));
    }

    @Test
    void beforeTheReplyIsAcceptedThereIsNothingToFollowUp() {
        followUp(team.secretary(), "YES", "YES").statusCode(409).body("code", equalTo("request.not-answered-yet"));

        routing.opens(team).dispatches("JX01", 1);
        routing.awaitState(team, "IN_HAND");
        followUp(team.secretary(), "YES", "YES")
                .statusCode(409)
                .body("code", equalTo("request.not-answered-yet"))
                .body("details.state", equalTo("IN_HAND"));
        assertThat(Events.of(RequestEvent.FollowedUp.class, id.toString())).isEmpty();
    }

    @Test
    void anAnswerStandsOnTheEchoListUntilItIsFollowedUp() {
        answered(1, "水管已更换");
        as(team.secretary())
                .get("/api/me/echo-list")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].requestId", equalTo(id.toString()))
                .body("items[0].answer", equalTo("水管已更换"))
                .body("items[0].resultCode", equalTo("SOLVED"))
                .body("items[0].round", equalTo(1))
                .body("items[0].answeredAt", equalTo("2021-10-07T16:00:00+08:00"))
                .body("items[0].citizen.name", equalTo("群**"))
                .body(not(containsString("13800005678")));
        as(County.team().secretary()).get("/api/me/echo-list").then().body("items", hasSize(0));

        followUp(team.secretary(), "YES", "NO_ANSWER")
                .statusCode(201)
                .body("round", equalTo(1))
                .body("workOrderId", equalTo(routing.orderId.toString()));

        as(team.secretary()).get("/api/me/echo-list").then().body("total", equalTo(0));
        routing.awaitState(team, "FOLLOWED_UP");
        await().atMost(Duration.ofSeconds(20)).until(() -> !Events.of(RequestEvent.FollowedUp.class, id.toString())
                .isEmpty());
        assertThat(Events.of(RequestEvent.FollowedUp.class, id.toString()))
                .singleElement()
                .satisfies(told -> assertThat(told.event())
                        .isEqualTo(new RequestEvent.FollowedUp(
                                id, routing.orderId, 1, Answer.YES, Answer.NO_ANSWER, "secretary-of-" + team.code())));
    }

    @Test
    void oneRoundIsFollowedUpOnce() {
        answered(1, "水管已更换");
        followUp(team.secretary(), "NO", "NO").statusCode(201);

        followUp(team.secretary(), "YES", "YES").statusCode(409).body("code", equalTo("request.already-followed-up"));

        assertThat(Tables.count("follow_up where request_id = ?", id)).isOne();
    }

    @Test
    void afterReworkTheNextAnswerIsFollowedUpAnew() {
        answered(1, "已处理");
        followUp(team.secretary(), "NO", "NO").statusCode(201);

        routing.reworks("JX01", 2).dispatches("JX01", 2);
        routing.awaitState(team, "IN_HAND");
        followUp(team.secretary(), "YES", "YES").statusCode(409).body("code", equalTo("request.not-answered-yet"));
        routing.acceptsReply("JX01", 2, "重新铺设了管道");
        routing.awaitState(team, "ANSWERED");
        followUp(team.secretary(), "YES", "YES").statusCode(201).body("round", equalTo(2));

        routing.closes("JX01", 2);
        routing.awaitState(team, "CLOSED");
        followUp(team.secretary(), "YES", "YES").statusCode(409);
        as(team.secretary()).get("/api/me/echo-list").then().body("total", equalTo(0));
    }

    @Test
    void aRepeatedFollowUpGetsItsFirstAnswer() {
        answered(1, "水管已更换");

        var first =
                followUp("key-" + id, "YES", "YES").statusCode(201).extract().asString();
        var second =
                followUp("key-" + id, "YES", "YES").statusCode(201).extract().asString();

        assertThat(second).isEqualTo(first);
        followUp("key-" + id, "NO", "YES").statusCode(422).body("code", equalTo("idempotency.body-differs"));
    }

    @Test
    void theAnswerToAComplaintAboutOfficialsIsBroughtByWhoTookItAlone() {
        var complaint = UUID.randomUUID();
        team.submit(visit(team.grid(), forwarded(complaint, County.ABOUT_OFFICIALS, "对工作人员的意见")));
        var office = new RoutingVoice(complaint);
        office.opens(team).dispatches("DUCHA", 1).acceptsReply("DUCHA", 1, "已核实处理");
        office.awaitState(team, "ANSWERED");

        as(team.mate()).get("/api/me/echo-list").then().body("total", equalTo(0));
        as(team.mate())
                .body(Map.of("solved", "YES", "satisfied", "YES"))
                .post("/api/requests/{id}/follow-ups", complaint)
                .then()
                .statusCode(404);
        as(team.secretary()).get("/api/me/echo-list").then().body("total", equalTo(1));
        as(team.secretary())
                .body(Map.of("solved", "YES", "satisfied", "YES"))
                .post("/api/requests/{id}/follow-ups", complaint)
                .then()
                .statusCode(201);
    }

    @Test
    void theTeamsLeaderAndTheDeskFollowUpToo() {
        answered(1, "已处理");
        followUp(team.leader(), "NO", "NO").statusCode(201);

        routing.reworks("JX01", 2).dispatches("JX01", 2).acceptsReply("JX01", 2, "重新铺设了管道");
        routing.awaitState(team, "ANSWERED");
        followUp(County.dispatcher(), "YES", "YES").statusCode(201).body("round", equalTo(2));
    }

    @Test
    void theOfficeFollowsUpComplaintsAboutOfficialsAndNothingElseAndTheDeskNeverHearsOfThem() {
        answered(1, "已处理");
        followUp(County.supervisor(), "YES", "YES").statusCode(403);
        var complaint = UUID.randomUUID();
        team.submit(visit(team.grid(), forwarded(complaint, County.ABOUT_OFFICIALS, "对工作人员的意见")));
        var office = new RoutingVoice(complaint);
        office.opens(team).dispatches("DUCHA", 1).acceptsReply("DUCHA", 1, "已核实处理");
        office.awaitState(team, "ANSWERED");

        followUp(County.dispatcher(), complaint, Map.of("solved", "YES", "satisfied", "YES"))
                .statusCode(404);
        followUp(County.supervisor(), complaint, Map.of("solved", "YES", "satisfied", "YES"))
                .statusCode(201);
    }

    @Test
    void itCarriesWhenItHappened() {
        answered(1, "水管已更换");

        followUp(
                        team.secretary(),
                        id,
                        Map.of("solved", "YES", "satisfied", "NO", "happenedAt", "2021-10-08T09:30:00+08:00"))
                .statusCode(201)
                .body("happenedAt", equalTo("2021-10-08T09:30:00+08:00"));

        await().atMost(Duration.ofSeconds(20)).until(() -> !Events.of(RequestEvent.FollowedUp.class, id.toString())
                .isEmpty());
        assertThat(Events.of(RequestEvent.FollowedUp.class, id.toString()))
                .singleElement()
                .satisfies(told -> assertThat(told.happenedAt()).isEqualTo("2021-10-08T01:30:00Z"));
    }

    @Test
    void whereNobodyIsReachedItStaysOnTheListUntilThreeDaysWereTried() {
        answered(1, "水管已更换");
        for (var day : List.of("2021-10-08", "2021-10-09")) {
            lookedForInVain(day).statusCode(201).body("concluded", equalTo(false));
        }
        lookedForInVain("2021-10-09").statusCode(409).body("code", equalTo("follow-up.tried-that-day"));
        as(team.secretary())
                .get("/api/me/echo-list")
                .then()
                .body("total", equalTo(1))
                .body("items[0].tries", equalTo(2));
        assertThat(Events.of(RequestEvent.FollowedUp.class, id.toString())).isEmpty();

        lookedForInVain("2021-10-11").statusCode(201).body("concluded", equalTo(true));

        as(team.secretary()).get("/api/me/echo-list").then().body("total", equalTo(0));
        await().atMost(Duration.ofSeconds(20)).until(() -> !Events.of(RequestEvent.FollowedUp.class, id.toString())
                .isEmpty());
    }

    @Test
    void onlyItsOwnTeamFollowsUp() {
        answered(1, "水管已更换");

        followUp(County.team().secretary(), "YES", "YES").statusCode(404).body("code", equalTo("request.unknown"));
        followUp(County.clerk("JX01"), "YES", "YES").statusCode(403);
        followUp(Tokens.of("elsewhere").role("secretary").division("370829").team(team.code()), "YES", "YES")
                .statusCode(404);
    }

    @Test
    void bothQuestionsMustBeAnswered() {
        as(team.secretary())
                .body(Map.of("solved", "YES"))
                .post("/api/requests/{id}/follow-ups", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("input.missing"))
                .body("field", equalTo("satisfied"));
        as(team.secretary())
                .body(Map.of("solved", "PERHAPS", "satisfied", "YES"))
                .post("/api/requests/{id}/follow-ups", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("input.unreadable"));
    }

    @Test
    void anEventThatOvertakesTheOpeningOfItsOrderWaitsAndIsNoDeadLetter() {
        routing.closes("JX01", 1);
        routing.opens(team).dispatches("JX01", 1).acceptsReply("JX01", 1, "水管已更换");

        routing.awaitState(team, "CLOSED");
        assertThat(Tables.count("dead_letter where key = ?", routing.orderId.toString()))
                .isZero();
    }

    private void answered(int round, String text) {
        routing.opens(team).dispatches("JX01", round).acceptsReply("JX01", round, text);
        routing.awaitState(team, "ANSWERED");
    }

    private ValidatableResponse lookedForInVain(String day) {
        return followUp(
                team.secretary(),
                id,
                Map.of("solved", "NO_ANSWER", "satisfied", "NO_ANSWER", "happenedAt", day + "T10:00:00+08:00"));
    }

    private ValidatableResponse followUp(Tokens by, String solved, String satisfied) {
        return followUp(by, id, Map.of("solved", solved, "satisfied", satisfied));
    }

    private static ValidatableResponse followUp(Tokens by, UUID request, Map<String, String> said) {
        return as(by).body(said).post("/api/requests/{id}/follow-ups", request).then();
    }

    private ValidatableResponse followUp(String key, String solved, String satisfied) {
        return as(team.secretary())
                .header("Idempotency-Key", key)
                .body(Map.of("solved", solved, "satisfied", satisfied))
                .post("/api/requests/{id}/follow-ups", id)
                .then();
    }
}
