package cn.minyi5.intake;

import static cn.minyi5.intake.County.administrator;
import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.County.put;
import static cn.minyi5.intake.Submissions.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class TeamTest {

    @Test
    void whoLeavesIsReplacedAndAVisitOfLastYearShowsLastYearsTeam() {
        var team = County.team();
        var id = UUID.randomUUID();
        team.submit(visit(id, team.grid(), List.of()));

        var key = UUID.randomUUID().toString();
        replace(team, key, "新来的", "2022-01-01").statusCode(201).body("members[1].name", equalTo("新来的"));
        replace(team, key, "新来的", "2022-01-01").statusCode(201);

        on(team, "2021-12-31").body("members.name", hasItem("民情书记002")).body("members", hasSize(6));
        on(team, "2022-01-01")
                .body("members.name", hasItem("新来的"))
                .body("members", hasSize(6))
                .body("terms", hasSize(7));
        as(team.secretary())
                .get("/api/visits/" + id)
                .then()
                .statusCode(200)
                .body("team.name", hasItem("民情书记002"))
                .body("team", hasSize(6));
        replace(team, UUID.randomUUID().toString(), "又一个", "2021-06-01")
                .statusCode(409)
                .body("code", equalTo("team.replaced-already"));
    }

    @Test
    void aSheetThatForgetsWhoWasThereIsRefusedAndTheOneThatCameOutGoesInAgain() {
        var team = County.team();
        replace(team, UUID.randomUUID().toString(), "新来的", "2022-01-01").statusCode(201);

        put(administrator(), "/api/teams", County.members(team))
                .body("accepted", equalTo(0))
                .body("refused.code", everyItem(equalTo("team.history-lost")));
        var rows = as(administrator())
                .get("/api/teams/sheet")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        var own = rows.stream().filter(row -> row.startsWith(team.code() + ",")).toList();
        assertThat(own).hasSize(7).contains(team.code() + "," + team.grid() + ",2,新来的,COUNTY_OFFICIAL,2022-01-01,");
        put(administrator(), "/api/teams", rows.get(0) + "\n" + String.join("\n", own))
                .body("accepted", equalTo(7));
        on(team, "2022-01-01").body("terms", hasSize(7));
    }

    @Test
    void aSheetWithAGapComesBackWithTheDay() {
        var team = County.team();
        var header = "team_code,grid_code,member_no,name,role,from,to\n";
        var rows = County.members(team)
                .lines()
                .skip(1)
                .map(row -> row.contains(",2,") ? row + ",,2021-05-01\n" : row + ",,\n")
                .reduce(header, String::concat);

        put(administrator(), "/api/teams", rows)
                .body("refused[0].code", equalTo("team.breaks-1-2-3-later"))
                .body("refused[0].reason", org.hamcrest.Matchers.containsString("2021-05-02"));
        put(administrator(), "/api/teams", rows.replace("2021-05-01", "五月"))
                .body("refused[0].code", equalTo("day.malformed"))
                .body("refused[0].field", equalTo("to"));
    }

    @Test
    void aTeamIsForItsMembersAndForThoseWhoAnswerForThePlace() {
        var team = County.team();
        var path = "/api/teams/" + team.code();

        as(team.mate()).get(path).then().statusCode(200);
        as(County.team().secretary()).get(path).then().statusCode(404);
        as(Tokens.of("elsewhere").role("supervisor").division("370829"))
                .get(path)
                .then()
                .statusCode(404);
        as(County.clerk("JX01")).get(path).then().statusCode(403);
        as(team.leader())
                .header("Idempotency-Key", "x")
                .body(Map.of())
                .post(path + "/replacements")
                .then()
                .statusCode(403);
    }

    @Test
    void threeNetsAreMergedIntoOneGridAndASheetThatSaysNothingOfANetLeavesIt() {
        var team = County.team();
        put(
                        administrator(),
                        "/api/grids",
                        "code,name,civic,epidemic,governance\n%s,网格,民政01|民政02,防疫7,\n".formatted(team.grid()))
                .body("accepted", equalTo(1));
        put(administrator(), "/api/grids", "code,name,governance\n%s,新名,综治3\n".formatted(team.grid()))
                .body("accepted", equalTo(1));
        put(administrator(), "/api/grids", "code,name,civic\n%s,新名,a|a\n".formatted(team.grid()))
                .body("refused.code", contains("grid.layer-malformed"));

        as(administrator())
                .queryParam("limit", 1000)
                .get("/api/grids")
                .then()
                .body("items.find { it.code == '%s' }.layers.civic".formatted(team.grid()), contains("民政01", "民政02"))
                .body("items.find { it.code == '%s' }.layers.governance".formatted(team.grid()), contains("综治3"));
        assertThat(as(administrator()).get("/api/grids/sheet").asString())
                .contains(team.grid() + ",新名,民政01|民政02,防疫7,综治3");
    }

    private static ValidatableResponse replace(County.Team team, String key, String name, String from) {
        return as(administrator())
                .header("Idempotency-Key", key)
                .body(Map.of("number", 2, "name", name, "from", from))
                .post("/api/teams/" + team.code() + "/replacements")
                .then();
    }

    private static ValidatableResponse on(County.Team team, String day) {
        return as(administrator())
                .queryParam("on", day)
                .get("/api/teams/" + team.code())
                .then()
                .statusCode(200);
    }
}
