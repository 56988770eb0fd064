package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.resolved;
import static cn.minyi5.intake.Submissions.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class DuplicateTest {

    private static final String TEXT = "村口的水管破了，家里停水";

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private County.Team team;

    @BeforeEach
    void aTeam() {
        team = County.team();
    }

    @Test
    void whatIsOpenInTheGridAndSaysTheSameIsSuggestedMaskedTheMostSimilarFirst() {
        submitted(first, "群众001家村口水管破裂停水");
        submitted(second, "村口的水管破了，家里停水两天");
        submitted(UUID.randomUUID(), "水费比上个月多了一倍，想查一查");

        similar(team.secretary(), team, TEXT)
                .statusCode(200)
                .body("items.requestId", contains(second.toString(), first.toString()))
                .body("items[1].text", equalTo("群**家村口水管破裂停水"))
                .body("items[0].likeness", greaterThan(0.7f))
                .body("items[0].receivedOn", equalTo("2021-10-05"))
                .body("items[0].category", equalTo("农村饮水、水管破损"))
                .body("items[0].state", equalTo("FORWARDED"));
        similar(County.dispatcher(), team, TEXT).body("items.size()", equalTo(2));
    }

    @Test
    void atMostThreeAreSuggested() {
        for (int n = 0; n < 5; n++) {
            submitted(UUID.randomUUID(), TEXT);
        }
        similar(team.secretary(), team, TEXT).body("items.size()", equalTo(3));
    }

    @Test
    void whatIsOldSettledOverElsewhereOrADuplicateItselfIsNotSuggested() {
        submitted(first, TEXT);
        submitted(second, TEXT);
        link(team.secretary(), second, first).statusCode(200);
        var settled = Submissions.with(resolved(), "text", TEXT);
        team.submit(visit(team.grid(), Submissions.with(settled, "categoryCode", County.WATER)));
        var neighbours = County.team();
        neighbours.submit(visit(neighbours.grid(), forwarded(UUID.randomUUID(), County.WATER, TEXT)));

        similar(team.secretary(), team, TEXT).body("items.requestId", contains(first.toString()));

        Tables.change("update request set visited_at = '2001-01-01' where id = ?", first);
        similar(team.secretary(), team, TEXT).body("items", empty());
    }

    @Test
    void whatSomebodyMayNotSeeIsNotSuggestedAndAComplaintAboutOfficialsToNobody() {
        submitted(first, TEXT);
        team.submit(visit(team.grid(), forwarded(second, County.ABOUT_OFFICIALS, "对工作人员的意见")));

        similar(County.team().secretary(), team, TEXT).statusCode(200).body("items", empty());
        similar(Tokens.of("elsewhere").role("dispatcher").division("370829"), team, TEXT)
                .statusCode(404)
                .body("code", equalTo("grid.unknown"));
        for (var asker : List.of(team.secretary(), County.dispatcher())) {
            ask(asker, team.grid(), County.ABOUT_OFFICIALS, "对工作人员的意见")
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void aQuestionThatIsNoneIsRefusedWithItsField() {
        ask(team.secretary(), "3708", County.WATER, TEXT).statusCode(400).body("code", equalTo("grid.code-malformed"));
        ask(team.secretary(), team.grid(), "XX99", TEXT)
                .statusCode(400)
                .body("code", equalTo("request.category-unknown"))
                .body("field", equalTo("categoryCode"));
        ask(team.secretary(), team.grid(), County.WATER, " ")
                .statusCode(400)
                .body("code", equalTo("request.text-missing"));
        as(team.secretary())
                .body(Map.of())
                .post("/api/similar-requests")
                .then()
                .statusCode(400)
                .body("field", equalTo("gridCode"));
    }

    @Test
    void whoAskedForTheSameHearsTheAnswerToTheOriginalOnceAndTheirOwnWhenThereIsOne() {
        submitted(first, TEXT);
        submitted(second, TEXT);
        link(team.secretary(), second, first).statusCode(200).body("originalId", equalTo(first.toString()));
        as(team.secretary()).get("/api/requests/{id}", second).then().body("duplicateOf", equalTo(first.toString()));
        as(team.secretary()).get("/api/me/echo-list").then().body("total", equalTo(0));

        answered(first, "主管道已修好");

        as(team.secretary())
                .get("/api/me/echo-list")
                .then()
                .body("total", equalTo(2))
                .body("items.find { it.requestId == '%s' }.answer".formatted(second), equalTo("主管道已修好"))
                .body("items.find { it.requestId == '%s' }.originalId".formatted(second), equalTo(first.toString()))
                .body("items.find { it.requestId == '%s' }.originalId".formatted(first), nullValue());
        var page = as(team.secretary()).get("/api/me/echo-list?limit=1").then().extract();
        as(team.secretary())
                .get("/api/me/echo-list?limit=1&after=" + page.path("next"))
                .then()
                .body("items.size()", equalTo(1))
                .body("next", nullValue());

        followUp(second, "NO_ANSWER", "NO_ANSWER").statusCode(201).body("concluded", equalTo(false));
        followUp(second, "YES", "NO").statusCode(201).body("round", equalTo(1));
        followUp(second, "YES", "YES").statusCode(409).body("code", equalTo("request.already-followed-up"));
        as(team.secretary()).get("/api/me/echo-list").then().body("items.requestId", contains(first.toString()));
        assertThat(Events.of(RequestEvent.FollowedUp.class, second.toString()))
                .as("what is said to another's answer closes nobody's order")
                .isEmpty();

        answered(second, "您家的也修好了");
        as(team.secretary())
                .get("/api/me/echo-list")
                .then()
                .body("items.find { it.requestId == '%s' }.answer".formatted(second), equalTo("您家的也修好了"));
        followUp(second, "YES", "YES").statusCode(201).body("concluded", equalTo(true));
    }

    @Test
    void aLinkLeadsToTheOriginalNeverToADuplicateAndNeverInACircle() {
        var third = UUID.randomUUID();
        for (var id : List.of(first, second, third)) {
            submitted(id, TEXT);
        }
        link(team.secretary(), third, second).statusCode(200);
        link(team.leader(), second, first).statusCode(200);
        as(team.secretary()).get("/api/requests/{id}", third).then().body("duplicateOf", equalTo(first.toString()));

        link(team.secretary(), first, third)
                .statusCode(409)
                .body("code", equalTo("duplicate.of-itself"))
                .body("field", equalTo("requestId"));
        link(County.dispatcher(), third, second).statusCode(200).body("originalId", equalTo(first.toString()));
        as(team.secretary())
                .get("/api/requests/{id}/duplicates", first)
                .then()
                .statusCode(200)
                .body("items.requestId", containsInAnyOrder(second.toString(), third.toString()));
        as(County.team().secretary())
                .get("/api/requests/{id}/duplicates", first)
                .then()
                .statusCode(404);
    }

    @RepeatedTest(5)
    void ofTwoLinksThatWouldMakeACircleAtOnceOneIsRefused() {
        submitted(first, TEXT);
        submitted(second, TEXT);

        var there = CompletableFuture.supplyAsync(
                () -> link(team.secretary(), first, second).extract().statusCode());
        var back = link(team.leader(), second, first).extract().statusCode();

        assertThat(List.of(there.join(), back)).containsExactlyInAnyOrder(200, 409);
        assertThat(Tables.count("duplicate_request where request_id in (?, ?)", first, second))
                .isEqualTo(1);
    }

    @Test
    void aLinkIsTakenBackAndTheAnswerIsNoLongerBrought() {
        submitted(first, TEXT);
        submitted(second, TEXT);
        link(team.secretary(), second, first).statusCode(200);
        answered(first, "已修好");

        for (int time = 0; time < 2; time++) {
            as(team.secretary())
                    .delete("/api/requests/{id}/duplicate-of", second)
                    .then()
                    .statusCode(204);
        }

        as(team.secretary()).get("/api/me/echo-list").then().body("items.requestId", contains(first.toString()));
        followUp(second, "YES", "YES").statusCode(409).body("code", equalTo("request.not-answered-yet"));
    }

    @Test
    void onlyWhoSeesBothLinksThem() {
        submitted(first, TEXT);
        var others = County.team();
        others.submit(visit(others.grid(), forwarded(second, County.WATER, TEXT)));

        link(team.secretary(), second, first).statusCode(404).body("code", equalTo("request.unknown"));
        link(team.secretary(), first, second).statusCode(404).body("field", equalTo("requestId"));
        as(others.secretary())
                .delete("/api/requests/{id}/duplicate-of", first)
                .then()
                .statusCode(404);
        as(team.secretary())
                .body("{}")
                .post("/api/requests/{id}/duplicate-of", first)
                .then()
                .statusCode(400)
                .body("code", equalTo("input.missing"));
        link(County.dispatcher(), first, second).statusCode(200);
    }

    @Test
    void whoseOrderReturnsFromItsMergerIsForwardedAgainAndHearsItsOwnAnswer() {
        submitted(first, TEXT);
        submitted(second, TEXT);
        var parent = new RoutingVoice(first).opens(team).dispatches("JX01", 1);
        var merged = new RoutingVoice(second).opens(team).mergesInto(parent);
        merged.awaitState(team, "MERGED");

        parent.withdraws("JX01");
        merged.returnsFrom(parent).awaitState(team, "FORWARDED");

        as(team.secretary()).get("/api/requests/{id}", second).then().body("duplicateOf", nullValue());
        merged.dispatches("JX05", 2).awaitState(team, "IN_HAND");
        merged.acceptsReply("JX05", 2, "另行修好").awaitState(team, "ANSWERED");
    }

    @Test
    void whoseOrderWasMergedHearsTheAnswerToTheOneThatGoesOnAndSoDoesWhoRepeatedThem() {
        var third = UUID.randomUUID();
        for (var id : List.of(first, second, third)) {
            submitted(id, TEXT);
        }
        link(team.secretary(), third, second).statusCode(200);
        link(team.secretary(), first, second).statusCode(200);
        var parent = new RoutingVoice(first).opens(team).dispatches("JX01", 1);
        var merged = new RoutingVoice(second).opens(team).mergesInto(parent);
        merged.awaitState(team, "MERGED");
        as(team.secretary()).get("/api/requests/{id}", second).then().body("duplicateOf", equalTo(first.toString()));
        as(team.secretary()).get("/api/requests/{id}", third).then().body("duplicateOf", equalTo(first.toString()));
        as(team.secretary()).get("/api/requests/{id}", first).then().body("duplicateOf", nullValue());

        parent.acceptsReply("JX01", 1, "主管道已修好").awaitState(team, "ANSWERED");

        as(team.secretary())
                .get("/api/me/echo-list")
                .then()
                .body("items.requestId", containsInAnyOrder(first.toString(), second.toString(), third.toString()));
        followUp(second, "YES", "YES").statusCode(201).body("concluded", equalTo(true));
        as(team.secretary())
                .get("/api/me/echo-list")
                .then()
                .body("items.requestId", containsInAnyOrder(first.toString(), third.toString()));
    }

    @Test
    void whatAnotherPlatformAnsweredIsBroughtTooAndWhatIsOpenedAgainWaitsForItsNextAnswer() {
        submitted(first, TEXT);
        var routing = new RoutingVoice(first).opens(team);
        routing.answersOutside("市里已安排维修").awaitState(team, "ANSWERED");
        as(team.secretary()).get("/api/me/echo-list").then().body("items[0].answer", equalTo("市里已安排维修"));
        routing.closes(null, 1).awaitState(team, "CLOSED");

        routing.reopens(null, 2).awaitState(team, "FORWARDED");

        as(team.secretary()).get("/api/me/echo-list").then().body("total", equalTo(0));
    }

    @Test
    void whatWasAskedForAgainIsListedForTheOfficesBesideWhatItRepeats() {
        var third = UUID.randomUUID();
        for (var id : List.of(first, second, third)) {
            submitted(id, TEXT);
        }
        link(team.secretary(), second, first).statusCode(200);
        link(team.secretary(), third, first).statusCode(200);
        Tables.change("update request set visited_at = '2021-11-05 09:00+08' where id = ?", third);
        var grid = Map.of("place", team.grid());

        repeated(County.dispatcher(), grid)
                .body("total", equalTo(2))
                .body("items.request.requestId", contains(second.toString(), third.toString()))
                .body("items.original.requestId", contains(first.toString(), first.toString()))
                .body("items[0].original.text", equalTo(TEXT))
                .body("items[0].request.state", equalTo("FORWARDED"))
                .body("items[0].request.teamCode", equalTo(team.code()));
        var page = repeated(County.supervisor(), Submissions.with(grid, "limit", 1))
                .extract();
        repeated(County.supervisor(), Submissions.with(grid, "after", page.path("next")))
                .body("items.request.requestId", contains(third.toString()))
                .body("total", equalTo(2));
        repeated(County.supervisor(), Map.of("place", team.grid(), "from", "2021-11", "to", "2021-11"))
                .body("total", equalTo(1))
                .body("items.request.requestId", contains(third.toString()));

        as(team.secretary())
                .delete("/api/requests/{id}/duplicate-of", third)
                .then()
                .statusCode(204);
        repeated(County.supervisor(), grid).body("items.request.requestId", contains(second.toString()));
        Tables.change("update request set category_code = 'ZX02' where id = ?", second);
        repeated(County.supervisor(), grid).body("total", equalTo(0)).body("items", empty());
    }

    @Test
    void whatWasAskedForElsewhereIsNotShownToTheOfficeOfAPlace() {
        var neighbours = County.team();
        submitted(second, TEXT);
        neighbours.submit(visit(neighbours.grid(), forwarded(first, County.WATER, TEXT)));
        link(County.dispatcher(), second, first).statusCode(200);

        repeated(office(team.grid()), Map.of())
                .body("items.request.requestId", contains(second.toString()))
                .body("items[0].original", nullValue());
        repeated(office(neighbours.grid()), Map.of()).body("total", equalTo(0));
        as(office(neighbours.grid()))
                .queryParam("place", team.grid())
                .get("/api/repeated-requests")
                .then()
                .statusCode(404)
                .body("code", equalTo("place.unknown"));
        as(team.secretary()).get("/api/repeated-requests").then().statusCode(403);
    }

    private static Tokens office(String division) {
        return Tokens.of("dispatcher-of-" + division).role("dispatcher").division(division);
    }

    private static ValidatableResponse repeated(Tokens as, Map<String, ?> asked) {
        return as(as).queryParams(asked).get("/api/repeated-requests").then().statusCode(200);
    }

    private void answered(UUID id, String text) {
        var routing = new RoutingVoice(id);
        routing.opens(team).dispatches("JX01", 1).acceptsReply("JX01", 1, text);
        routing.awaitState(team, "ANSWERED");
    }

    private void submitted(UUID id, String text) {
        team.submit(visit(team.grid(), forwarded(id, County.WATER, text)));
    }

    private static ValidatableResponse similar(Tokens asker, County.Team team, String text) {
        return ask(asker, team.grid(), County.WATER, text);
    }

    private static ValidatableResponse ask(Tokens asker, String grid, String category, String text) {
        return as(asker)
                .body(Map.of("gridCode", grid, "categoryCode", category, "text", text))
                .post("/api/similar-requests")
                .then();
    }

    private static ValidatableResponse link(Tokens who, UUID id, UUID original) {
        return as(who).body(Map.of("requestId", original))
                .post("/api/requests/{id}/duplicate-of", id)
                .then();
    }

    private ValidatableResponse followUp(UUID id, String solved, String satisfied) {
        return as(team.secretary())
                .body(Map.of("solved", solved, "satisfied", satisfied))
                .post("/api/requests/{id}/follow-ups", id)
                .then();
    }
}
