package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.County.put;
import static cn.minyi5.intake.Submissions.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test has villages of its own, whose grids nobody else visits. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class CoverageTest {

    private static final String MONTH = "2021-08";

    @Test
    void aMonthsCoverageIsTheGridsVisitedOnAVisitDayOfAllGridsAndEachVisitThatWasAskedForIsDoneOrMissed() {
        var walked = team("370828301201");
        var walkedOtherwise = team("370828301202");
        visited(walked, "2021-08-05T09:00:00+08:00");
        visited(walked, "2021-08-05T15:00:00+08:00");
        visited(walked, "2021-08-25T23:59:59+08:00");
        // No visit day in the county, though one in London.
        visited(walkedOtherwise, "2021-08-06T00:30:00+08:00");

        coverage(supervisor("370828301"), "township")
                .body("items", hasSize(1))
                .body("items[0].code", equalTo("370828301"))
                .body("items[0].name", equalTo("镇370828301"))
                .body("items[0].grids", equalTo(2))
                .body("items[0].visitedGrids", equalTo(1))
                .body("items[0].rate", equalTo(0.5f))
                .body("items[0].planned", equalTo(6))
                .body("items[0].done", equalTo(2))
                .body("items[0].missed", equalTo(4))
                .body("items[0].ahead", equalTo(0))
                .body("total.visitedGrids", equalTo(1))
                .body("yearsUnknown", empty());
        coverage(supervisor("370828301"), "day")
                .body("items.code", contains("2021-08-05", "2021-08-15", "2021-08-25"))
                .body("items.done", contains(1, 0, 1));
        coverage(supervisor("370828301"), "grid")
                .body("items.code", contains(walked.grid(), walkedOtherwise.grid()))
                .body("items.rate", contains(1.0f, 0.0f));
    }

    @Test
    void behindEachNumberStandAsManyRows() {
        var team = team("370828302201");
        team("370828302202");
        visited(team, "2021-08-15T09:00:00+08:00");
        var supervisor = supervisor("370828302");

        rows(supervisor, Map.of("status", "DONE"))
                .body("items.gridCode", contains(team.grid()))
                .body("items.date", contains("2021-08-15"))
                .body("items.teamCode", contains(team.code()))
                .body("items.startedAt", contains("2021-08-15T09:00:00+08:00"))
                .body("items.checkedIn", contains(true));
        rows(supervisor, Map.of("status", "MISSED", "place", team.grid()))
                .body("items.date", contains("2021-08-05", "2021-08-25"))
                .body("items.visitId", contains(nullValue(), nullValue()));
        rows(supervisor, Map.of("date", "2021-08-15")).body("items", hasSize(2));
        var first = rows(supervisor, Map.of("limit", 4)).body("items", hasSize(4));
        rows(supervisor, Map.of("limit", 4, "after", first.extract().<String>path("next")))
                .body("items", hasSize(2))
                .body("next", nullValue());
    }

    @Test
    void everybodySeesTheirJurisdictionAndATeamItsOwnGridsAlone() {
        var team = team("370828303201");
        var other = team("370828303202");
        visited(other, "2021-08-05T09:00:00+08:00");

        coverage(team.secretary(), "grid")
                .body("items.code", contains(team.grid()))
                .body("total.grids", equalTo(1));
        rows(team.leader(), Map.of("status", "DONE")).body("items", empty());
        coverage(supervisor("370828304"), "grid").body("items", empty()).body("total.rate", nullValue());
        as(supervisor("370828303"))
                .queryParams("month", MONTH, "place", "370828301")
                .get("/api/coverage/rows")
                .then()
                .statusCode(404)
                .body("code", equalTo("place.unknown"));
        as(County.clerk("JX01"))
                .queryParam("month", MONTH)
                .get("/api/coverage")
                .then()
                .statusCode(403);
    }

    @Test
    void aTownshipWithARuleOfItsOwnIsAskedForItsOwnDaysAndWhatTheCalendarDoesNotKnowIsSaid() {
        team("370828305201");
        team("370828306201");
        var administrator =
                Tokens.of("administrator-of-370828305").role("administrator").division("370828305");
        rule(administrator, "2021-08,10,HOLD");
        var county = supervisor("370828");

        rows(county, Map.of("place", "370828305")).body("items.date", contains("2021-08-10"));
        rows(county, Map.of("place", "370828306"))
                .body("items.date", contains("2021-08-05", "2021-08-15", "2021-08-25"));

        rule(administrator, "2021-08,10,NEXT_WORKING_DAY");
        coverage(supervisor("370828305"), "township")
                .body("items[0].grids", equalTo(1))
                .body("items[0].planned", equalTo(0))
                .body("yearsUnknown", contains(2021));
    }

    @Test
    void aSheetOfTheMonthSaysTheSame() {
        var team = team("370828307201");
        visited(team, "2021-08-05T09:00:00+08:00");

        var sheet = as(supervisor("370828307"))
                .queryParams("month", MONTH, "by", "grid")
                .get("/api/coverage/sheet")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();

        assertThat(sheet.lines().skip(1)).containsExactly(team.grid() + ",网格,1,1,1.0000,3,1,2,0");
    }

    @Test
    void aTeamIsToldWhatTheDayIsWhatToTalkAboutAndWhichGridsWait() {
        var team = team("370828308201");
        var township =
                Tokens.of("administrator-of-370828308").role("administrator").division("370828308");
        put(township, "/api/editions/monthly-themes/drafts", "month,title,text\n2021-08,防汛,问一问排水\n")
                .statusCode(200);
        as(township).post("/api/editions/monthly-themes/publication").then().statusCode(200);
        visited(team, "2021-08-05T09:00:00+08:00");

        visitingDay(team.secretary(), "2021-08-05")
                .body("visitDay", is(true))
                .body("nextVisitDay", equalTo("2021-08-15"))
                .body("theme.title", equalTo("防汛"))
                .body("grids.code", contains(team.grid()))
                .body("grids.township", contains("镇370828308"))
                .body("grids.status", contains("DONE"));
        visitingDay(team.leader(), "2021-08-15").body("grids.status", contains("MISSED"));
        visitingDay(team.leader(), "2021-08-16")
                .body("visitDay", is(false))
                .body("grids.status", contains(nullValue()));
        visitingDay(team.mate(), "2099-08-25")
                .body("grids.status", contains("PLANNED"))
                .body("theme", nullValue());
        as(team.secretary()).get("/api/me/visiting-day").then().statusCode(200);
        as(team.secretary())
                .queryParam("date", "tomorrow")
                .get("/api/me/visiting-day")
                .then()
                .statusCode(400);
    }

    @Test
    void aCheckInByPlaceIsKeptWithTheVisitAndOneThatNoPlaceHasIsRefused() {
        var team = team("370828309201");
        var id = visited(team, "2021-08-05T09:00:00+08:00");

        as(team.leader())
                .get("/api/visits/" + id)
                .then()
                .statusCode(200)
                .body("checkIn.latitude", equalTo(35.0662f))
                .body("checkIn.accuracyMeters", equalTo(12.5f));

        var nowhere = withCheckIn(visit(UUID.randomUUID(), team.grid(), List.of()), 91);
        team.submit(UUID.randomUUID().toString(), nowhere)
                .then()
                .statusCode(400)
                .body("code", equalTo("check-in.impossible"))
                .body("field", equalTo("checkIn.latitude"));
    }

    private static UUID visited(County.Team team, String at) {
        var id = UUID.randomUUID();
        var visit = withCheckIn(visit(id, team.grid(), List.of()), 35.0662);
        visit.put("startedAt", at);
        team.submit(visit);
        return id;
    }

    private static Map<String, Object> withCheckIn(Map<String, Object> visit, double latitude) {
        var checkedIn = new HashMap<>(visit);
        checkedIn.put("checkIn", Map.of("latitude", latitude, "longitude", 116.3107, "accuracyMeters", 12.5));
        return checkedIn;
    }

    /** In a village of the test's own, township and all. */
    private static County.Team team(String village) {
        County.load();
        var township = village.substring(0, 9);
        put(
                        County.administrator(),
                        "/api/divisions",
                        "code,name,parent_code,level\n%s,镇%s,370828,TOWNSHIP\n%s,村,%s,VILLAGE\n"
                                .formatted(township, township, village, township))
                .statusCode(200);
        var team = new County.Team("C" + village, village + "001");
        put(County.administrator(), "/api/grids", "code,name\n%s,网格\n".formatted(team.grid()))
                .statusCode(200);
        put(County.administrator(), "/api/teams", County.members(team)).statusCode(200);
        return team;
    }

    private static void rule(Tokens administrator, String row) {
        put(administrator, "/api/editions/visit-day-rules/drafts", "from_month,days,on_holiday\n" + row + "\n")
                .statusCode(200);
        as(administrator)
                .post("/api/editions/visit-day-rules/publication")
                .then()
                .statusCode(200);
    }

    private static Tokens supervisor(String division) {
        return Tokens.of("supervisor-of-" + division).role("supervisor").division(division);
    }

    private static ValidatableResponse coverage(Tokens as, String by) {
        return as(as).queryParams("month", MONTH, "by", by)
                .get("/api/coverage")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse rows(Tokens as, Map<String, ?> asked) {
        return as(as).queryParam("month", MONTH)
                .queryParams(asked)
                .get("/api/coverage/rows")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse visitingDay(Tokens as, String date) {
        return as(as).queryParam("date", date)
                .get("/api/me/visiting-day")
                .then()
                .statusCode(200);
    }
}
