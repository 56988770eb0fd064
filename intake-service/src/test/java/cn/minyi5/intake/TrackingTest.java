package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.visit;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class TrackingTest {

    private final UUID id = UUID.randomUUID();
    private County.Team team;

    @BeforeEach
    void aTeam() {
        team = County.team();
    }

    @Test
    void whoHasTheCodeOfTheAnswerSeesWithoutALoginHowFarItIsAndNothingAboutAnybody() {
        var code = code(forwarded(id, County.WATER, "群众001家水管破裂"));

        track(code).statusCode(200).body("state", equalTo("RECEIVED")).body("receivedOn", equalTo("2021-10-05"));
        var routing = new RoutingVoice(id);
        routing.opens(team).dispatches("JX01", 1).acceptsReply("JX01", 1, "已为群众001更换水管");
        routing.awaitState(team, "ANSWERED");

        track(code.toLowerCase().replace("-", " "))
                .statusCode(200)
                .body("queryCode", equalTo(code))
                .body("state", equalTo("ANSWERED"))
                .body("category", equalTo("农村饮水、水管破损"))
                .body("lastStepOn", equalTo("2021-10-07"))
                .body("result", equalTo("SOLVED"))
                .body("says", allOf(containsString("已答复"), containsString("已解决")))
                .body("size()", equalTo(7))
                .body(not(containsString("水管破裂")))
                .body(not(containsString("更换水管")))
                .body(not(containsString(team.code())))
                .body(not(containsString("370828")));
    }

    @Test
    void englishIsSpokenToWhoAsksForIt() {
        var code = code(forwarded(id));

        given().header("Accept-Language", "en")
                .get("/api/tracking/{code}", code)
                .then()
                .body("says", equalTo("Received; it is being assigned."));
        as(team.secretary())
                .header("Accept-Language", "en")
                .get("/api/requests/{id}/slip", id)
                .then()
                .body("text", containsString("received on 5 October 2021.\nQuery code: " + code));
    }

    @Test
    void ofAComplaintAboutOfficialsNothingLeadsBackToItsPlaceItsDayOrItsKind() {
        var complaint = code(forwarded(id, County.ABOUT_OFFICIALS, "对工作人员的意见"));
        var aboutTheOffice = code(Submissions.aboutTheOffice(UUID.randomUUID()));

        for (var code : new String[] {complaint, aboutTheOffice}) {
            track(code)
                    .statusCode(200)
                    .body("state", equalTo("RECEIVED"))
                    .body("says", notNullValue())
                    .body("receivedOn", nullValue())
                    .body("size()", equalTo(3));
        }
    }

    @Test
    void aCodeThatIsNoneOrMistypedSaysWhatToDoAndOneThatNobodyHasToo() {
        track("4M7K-20QX").statusCode(400).body("code", equalTo("tracking.code-malformed"));
        track("0000-0000-0001")
                .statusCode(400)
                .body("field", equalTo("queryCode"))
                .body("detail", containsString("再输一遍"));
        track("0000-0000-0000")
                .statusCode(404)
                .body("code", equalTo("tracking.code-unknown"))
                .body("detail", containsString("12345"));
    }

    @Test
    void twoRequestsWithOneCodeAreShownToNobodyAndCostNobodyTheirSubmission() {
        var code = code(forwarded(id));
        var other = UUID.randomUUID();
        team.submit(visit(team.grid(), forwarded(other)));
        Tables.change("update request set query_code = ? where id = ?", code.replace("-", ""), other);

        track(code).statusCode(404).body("code", equalTo("tracking.code-unknown"));
    }

    @Test
    void theSlipIsForWhoMaySeeTheRequestAndOneOfBeforeThereWereCodesHasNone() {
        code(forwarded(id, County.ABOUT_OFFICIALS, "对工作人员的意见"));

        as(team.secretary()).get("/api/requests/{id}/slip", id).then().statusCode(200);
        as(team.mate()).get("/api/requests/{id}/slip", id).then().statusCode(404);
        as(County.dispatcher()).get("/api/requests/{id}/slip", id).then().statusCode(404);

        Tables.change("update request set query_code = null where id = ?", id);
        as(team.secretary())
                .get("/api/requests/{id}/slip", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("tracking.without-code"));
    }

    private String code(Map<String, Object> request) {
        return team.submit(visit(team.grid(), request)).extract().path("requests[0].queryCode");
    }

    private static ValidatableResponse track(String code) {
        return given().get("/api/tracking/{code}", code).then();
    }
}
