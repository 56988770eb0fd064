package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WorkOrderLifeTest {

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void anOrderIsSignedAnsweredReviewedFollowedUpAndClosed() {
        var id = County.answered();
        assertThat(County.see(id).getString("holder")).isEqualTo("TEAM");

        County.followUp(id, 1, Answer.YES);
        County.awaitState(id, "CLOSED");

        assertThat(County.actions(id))
                .containsExactly(
                        "OPEN",
                        "DISPATCH",
                        "SIGN",
                        "SIGN_PART",
                        "HAND_IN_PART",
                        "CONFIRM_PART",
                        "SIGN_PART",
                        "HAND_IN_PART",
                        "CONFIRM_PART",
                        "REPLY",
                        "ACCEPT_REPLY",
                        "FOLLOW_UP");
        var order = County.see(id);
        assertThat(order.getString("reply.resultCode")).isEqualTo("SOLVED");
        assertThat(Stream.of("openedAt", "dispatchedAt", "signedAt", "repliedAt", "acceptedAt", "closedAt")
                        .map(order::getString))
                .isSorted()
                .doesNotContainNull();
        assertThat(order.getString("timeline[2].by")).isEqualTo("clerk-JX03");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        Events.of(WorkOrderEvent.Closed.class, id.toString()))
                .singleElement()
                .satisfies(heard -> assertThat(heard.event())
                        .isEqualTo(new WorkOrderEvent.Closed(id, 1, County.WATER, Answer.YES, Answer.YES, false))));
        assertThat(Events.of(WorkOrderEvent.ReplyAccepted.class, id.toString())).hasSize(1);
        assertThat(Events.of(WorkOrderEvent.Replied.class, id.toString())).hasSize(1);
        assertThat(Events.of(WorkOrderEvent.Signed.class, id.toString()))
                .singleElement()
                .satisfies(heard -> assertThat(heard.happenedAt().toString().substring(0, 19))
                        .isEqualTo(utc(order.getString("signedAt"))));
    }

    @Test
    void whatIsNotSolvedBeginsItsSecondRoundAtTheSameDepartment() {
        var id = County.answered();

        County.followUp(id, 1, Answer.NO);
        County.awaitState(id, "AWAITING_SIGN");

        var order = County.see(id);
        assertThat(order.getInt("round")).isEqualTo(2);
        assertThat(order.getInt("dispatchNo")).isEqualTo(2);
        assertThat(order.getString("lead")).isEqualTo(County.WATER);
        assertThat(order.getString("signedAt")).isNull();
        assertThat(order.getString("why.clause")).isEqualTo("权责清单（演示）第8条");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.of(WorkOrderEvent.Dispatched.class, id.toString()))
                        .extracting(heard ->
                                heard.event().dispatchNo() + "/" + heard.event().round())
                        .containsExactly("1/1", "2/2"));
        assertThat(Events.of(WorkOrderEvent.Reworked.class, id.toString()))
                .singleElement()
                .satisfies(heard -> assertThat(heard.event().round()).isEqualTo(2));
        assertThat(County.sign(id).statusCode()).isEqualTo(200);
    }

    @Test
    void aReplyThatIsSentBackIsGivenAnew() {
        var id = County.forward(County.ONE_RULE);
        County.sign(id);
        County.reply(id);

        assertThat(County.review(id, false, "").statusCode()).isEqualTo(400);
        var sentBack = County.review(id, false, "未说明水压检测结果").jsonPath();

        assertThat(sentBack.getString("state")).isEqualTo("IN_PROGRESS");
        assertThat(sentBack.getString("reply")).isNull();
        assertThat(County.reply(id).jsonPath().getString("state")).isEqualTo("REPLY_REVIEW");
    }

    @Test
    void aReturnThatIsAcceptedComesBackToTheDesk() {
        var id = County.forward(County.ONE_RULE);
        assertThat(County.returnAsNotOurs(County.WATER, id).jsonPath().getString("state"))
                .isEqualTo("RETURN_REVIEW");

        var accepted = judgeReturn(id, Map.of("accept", true)).jsonPath();

        assertThat(accepted.getString("state")).isEqualTo("AWAITING_DISPATCH");
        assertThat(accepted.getString("lead")).isNull();
        assertThat(County.sign(id).statusCode()).as("it is out of their sight").isEqualTo(404);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        Events.of(WorkOrderEvent.ReturnAccepted.class, id.toString()))
                .singleElement()
                .satisfies(heard -> assertThat(heard.event().department()).isEqualTo(County.WATER)));
    }

    @Test
    void whoRulesOnAReturnReadsWhyByWhichClauseAndForWhomItIsMeant() {
        var id = County.forward(County.ONE_RULE);
        County.returnAsNotOurs(County.WATER, id);

        var returned = County.see(County.dispatcher(), id).getMap("returned");

        assertThat(returned)
                .containsOnly(
                        Map.entry("reason", "该路段供水由镇水厂负责"),
                        Map.entry("clause", "权责清单（演示）第9条"),
                        Map.entry("suggestedDepartment", County.TOWNSHIP));
    }

    @Test
    void aReturnThatIsRejectedIsTheirsAfterAllAndCountsAsSignedWhenItWasReturned() {
        var id = County.forward(County.ONE_RULE);
        var returned = County.returnAsNotOurs(County.WATER, id).jsonPath();

        assertThat(judgeReturn(id, Map.of("accept", false)).jsonPath().getString("code"))
                .isEqualTo("words.missing");
        var rejected = judgeReturn(id, Map.of("accept", false, "reason", "供水管网由县水务局负责"));

        assertThat(rejected.jsonPath().getString("state")).isEqualTo("IN_PROGRESS");
        assertThat(rejected.jsonPath().getString("signedAt")).isNotNull().isEqualTo(returned.getString("signedAt"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.of(WorkOrderEvent.Signed.class, id.toString()))
                        .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "clause", "suggestedDepartment"})
    void aReturnWithoutReasonClauseOrSuggestedOwnerIsRefusedWithTheField(String missing) {
        var id = County.forward(County.ONE_RULE);
        var body = new HashMap<>(
                Map.of("reason", "停电导致停水", "clause", "权责清单（演示）第10条", "suggestedDepartment", County.POWER));
        body.remove(missing);

        var refused = County.act(County.clerkOf(County.WATER), id, "return", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("field")).isEqualTo(missing);
        assertThat(County.see(id).getString("state")).isEqualTo("AWAITING_SIGN");
    }

    @Test
    void aSecondReturnGoesToArbitrationAndTheRulingIsForGood() {
        var id = County.forward(County.ONE_RULE);
        County.returnAsNotOurs(County.WATER, id);
        judgeReturn(id, Map.of("accept", false, "reason", "职责范围内"));
        assertThat(County.returnAsNotOurs(County.WATER, id).jsonPath().getString("state"))
                .isEqualTo("ARBITRATION");

        var ruling = Map.of("lead", County.POWER, "minutes", "11月6日会商：停电导致停水，由供电公司主办。");
        assertThat(County.act(County.dispatcher(), id, "arbitration-ruling", ruling)
                        .statusCode())
                .isEqualTo(403);
        var ofTheTownship = County.act(County.supervisorOf(County.TOWNSHIP), id, "arbitration-ruling", ruling);
        assertThat(ofTheTownship.statusCode()).isEqualTo(403);
        assertThat(ofTheTownship.jsonPath().getString("code")).isEqualTo("work-order.not-the-supervision-office");
        var ruled = County.act(County.supervisor(), id, "arbitration-ruling", ruling)
                .jsonPath();

        assertThat(ruled.getString("state")).isEqualTo("AWAITING_SIGN");
        assertThat(ruled.getString("lead")).isEqualTo(County.POWER);
        assertThat(ruled.getInt("dispatchNo")).isEqualTo(2);
        assertThat(County.returnAsNotOurs(County.POWER, id).jsonPath().getString("code"))
                .isEqualTo("work-order.ruled-already");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        Events.of(WorkOrderEvent.Ruled.class, id.toString()))
                .singleElement()
                .satisfies(heard -> assertThat(heard.event().dispatchNo()).isEqualTo(1)));
        assertThat(Events.of(WorkOrderEvent.ArbitrationRequested.class, id.toString()))
                .hasSize(1);
    }

    @Test
    void aTransitionTheTableDoesNotHaveIsRefusedWithTheStateItFound() {
        var id = County.forward(County.ONE_RULE);

        var refused = County.reply(id);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("work-order.wrong-state");
        assertThat(refused.jsonPath().getString("details.state")).isEqualTo("AWAITING_SIGN");
        assertThat(refused.jsonPath().getString("details.action")).isEqualTo("REPLY");
    }

    @Test
    void aReplyWaitsForThePartsOfThoseWhoAssist() {
        var id = County.forward(County.ONE_RULE);
        County.sign(id);

        var refused = replyWith(UUID.randomUUID().toString(), id, "已更换水表");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("work-order.parts-open");
        assertThat(refused.jsonPath().getList("details.departments")).containsExactly(County.TOWNSHIP, County.POWER);
        assertThat(County.see(County.clerkOf(County.WATER), id).getList("allowed"))
                .doesNotContain("REPLY");
        County.assist(id);
        assertThat(County.see(County.clerkOf(County.WATER), id).getList("allowed"))
                .contains("REPLY");
        assertThat(County.reply(id).statusCode()).isEqualTo(200);
    }

    @Test
    void whereTheCategoryAsksForItAReplySaysHowItWasCheckedOnTheSpot() {
        var id = County.forward(County.CHECKED);
        var dispatch = Map.of("lead", County.WATER, "reason", "消防栓由水务局维护");
        assertThat(County.act(County.dispatcher(), id, "dispatch", dispatch).statusCode())
                .isEqualTo(200);
        County.sign(id);

        for (Map<String, String> nothing : List.of(Map.<String, String>of(), Map.of("onSpotCheck", " "))) {
            var refused = County.act(County.clerkOf(County.WATER), id, "reply", reply(nothing));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("work-order.on-spot-check-missing");
            assertThat(refused.jsonPath().getString("field")).isEqualTo("onSpotCheck");
        }
        var check = Map.of("onSpotCheck", "11月6日上午到场试水，水压正常，联系人13812345678");
        var replied = County.act(County.clerkOf(County.WATER), id, "reply", reply(check));

        assertThat(replied.statusCode()).isEqualTo(200);
        assertThat(County.see(County.dispatcher(), id).getString("reply.onSpotCheck"))
                .startsWith("11月6日上午到场试水")
                .doesNotContain("13812345678");
    }

    private static Map<String, Object> reply(Map<String, String> more) {
        var reply = new HashMap<String, Object>(
                Map.of("resultCode", "SOLVED", "text", "消防栓已修复，压力正常。", "contactLog", "当日电话联系"));
        reply.putAll(more);
        return reply;
    }

    @RepeatedTest(5)
    void ofTwoClerksWhoSignAtOnceOneWins() {
        var id = County.forward(County.ONE_RULE);

        var answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> County.sign(id))).limit(2).toList().stream()
                        .map(CompletableFuture::join)
                        .map(Response::statusCode);

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(County.actions(id)).containsExactly("OPEN", "DISPATCH", "SIGN");
    }

    @Test
    void whoeverActsOnAnOldVersionIsToldThatItHasChanged() {
        var id = County.forward(County.ONE_RULE);
        var seen = given().header("Authorization", County.clerkOf(County.WATER)).get("/api/work-orders/" + id);
        assertThat(seen.header("ETag")).isEqualTo("\"2\"");

        assertThat(signSeeing(id, "\"1\"").jsonPath().getString("code")).isEqualTo("work-order.changed-meanwhile");
        assertThat(signSeeing(id, "yesterday").statusCode()).isEqualTo(400);
        assertThat(signSeeing(id, seen.header("ETag")).statusCode()).isEqualTo(200);
    }

    @Test
    void aRepeatedKeyGetsTheFirstAnswerAndAnotherBodyIsRefused() {
        var id = County.forward(County.ONE_RULE);
        County.sign(id);
        County.assist(id);
        var key = UUID.randomUUID().toString();

        var first = replyWith(key, id, "已更换水表");
        var again = replyWith(key, id, "已更换水表");
        var different = replyWith(key, id, "已更换水泵");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(different.statusCode()).isEqualTo(422);
        assertThat(County.actions(id))
                .containsExactly(
                        "OPEN",
                        "DISPATCH",
                        "SIGN",
                        "SIGN_PART",
                        "HAND_IN_PART",
                        "CONFIRM_PART",
                        "SIGN_PART",
                        "HAND_IN_PART",
                        "CONFIRM_PART",
                        "REPLY");
    }

    private static Response judgeReturn(UUID id, Map<String, ?> body) {
        return County.act(County.dispatcher(), id, "return-ruling", body);
    }

    private static Response signSeeing(UUID id, String version) {
        return given().header("Authorization", County.clerkOf(County.WATER))
                .header("If-Match", version)
                .post("/api/work-orders/" + id + "/sign");
    }

    private static Response replyWith(String key, UUID id, String text) {
        return given().header("Authorization", County.clerkOf(County.WATER))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("resultCode", "SOLVED", "text", text, "contactLog", "电话联系"))
                .post("/api/work-orders/" + id + "/reply");
    }

    private static String utc(String moment) {
        return OffsetDateTime.parse(moment).toInstant().toString().substring(0, 19);
    }
}
