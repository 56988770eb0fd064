package cn.minyi5.intake;

import static cn.minyi5.intake.County.administrator;
import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.County.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class TrainingTest {

    private static final String HEADER = "team_code,member_no,date,topic,hours\n";

    @Test
    void goodRowsAreTakenAndTheOthersComeBackWithTheReason() {
        var code = County.team().code();

        put(
                        administrator(),
                        "/api/training-records",
                        HEADER
                                + "%s,2,2021-09-10,走访礼仪,1.5\n".formatted(code)
                                + "%s,9,2021-09-10,走访礼仪,1.5\n".formatted(code)
                                + "NOBODY,2,2021-09-10,走访礼仪,1.5\n"
                                + "%s,2,2021-09-11,走访礼仪,1.2\n".formatted(code)
                                + "%s,2,2099-09-10,走访礼仪,1\n".formatted(code)
                                + "%s,2,2021-09-10,走访礼仪,2\n".formatted(code))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body(
                        "refused.code",
                        equalTo(List.of(
                                "training.nobody-then",
                                "training.team-unknown",
                                "training.hours-malformed",
                                "training.in-future",
                                "csv.row-twice")));
    }

    @Test
    void aRecordNamesWhoHadTheSeatOnTheDayAndIsForTheTeamAndThoseWhoAnswerForThePlace() {
        var team = County.team();
        as(administrator())
                .header("Idempotency-Key", "training-" + team.code())
                .body(Map.of("number", 2, "name", "新来的", "from", "2022-01-01"))
                .post("/api/teams/" + team.code() + "/replacements")
                .then()
                .statusCode(201);
        var rows = HEADER + "%1$s,2,2021-12-31,政策解读,2\n%1$s,2,2022-01-01,政策解读,2\n".formatted(team.code());

        put(administrator(), "/api/training-records", rows).body("accepted", equalTo(2));
        put(administrator(), "/api/training-records", rows.replace(",2\n", ",3\n"))
                .body("accepted", equalTo(2));

        as(team.secretary())
                .get("/api/training-records")
                .then()
                .statusCode(200)
                .body("items.name", contains("民情书记002", "新来的"))
                .body("items.hours", contains(3.0f, 3.0f));
        var first = as(team.leader())
                .queryParam("limit", 1)
                .get("/api/training-records")
                .then()
                .body("items", hasSize(1));
        as(team.leader())
                .queryParams("limit", 1, "after", first.extract().<String>path("next"))
                .get("/api/training-records")
                .then()
                .body("items.name", contains("新来的"));
        as(Tokens.of("elsewhere").role("supervisor").division("370831"))
                .get("/api/training-records")
                .then()
                .statusCode(200)
                .body("items", empty());
        assertThat(as(administrator()).get("/api/training-records/sheet").asString())
                .contains(team.code() + ",2,2021-12-31,政策解读,3,民情书记002");
    }
}
