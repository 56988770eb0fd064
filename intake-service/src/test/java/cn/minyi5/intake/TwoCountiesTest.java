package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.County.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two counties that call everything by the same codes; neither knows that there is the other. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class TwoCountiesTest {

    private static final Beside ONE = new Beside("370891", "甲");
    private static final Beside OTHER = new Beside("370892", "乙");

    private static final String CATEGORIES =
            """
            code,group,name,on_spot_likelihood,resolve_working_days
            CS01,测试,%s县的类别,L,3
            CS02,测试,法律援助,H,5
            """;

    /** A county with a grid, a team, a category and an import, all of them called as in the other one. */
    private record Beside(String code, String name) {

        Tokens in(String role) {
            return Tokens.of(role + "-of-" + code).role(role).division(code).team("T001");
        }

        String grid() {
            return code + "100201001";
        }

        void isReady() {
            County.catalogue(code);
            var administrator = in("administrator");
            var divisions =
                    """
                    code,name,parent_code,level
                    %1$s,%2$s测试县,3708,COUNTY
                    %1$s100,%2$s测试镇,%1$s,TOWNSHIP
                    %1$s100201,%2$s测试村,%1$s100,VILLAGE
                    """
                            .formatted(code, name);
            put(administrator, "/api/divisions", divisions).body("refused", equalTo(List.of()));
            put(administrator, "/api/grids", "code,name\n%s,网格1\n".formatted(grid()))
                    .body("accepted", equalTo(1));
            put(administrator, "/api/teams", County.members(new County.Team("T001", grid())))
                    .body("accepted", equalTo(6));
            put(administrator, "/api/categories", CATEGORIES.formatted(name)).body("accepted", equalTo(2));
        }

        /** A visit with one request of each outcome; the id of the visit. */
        UUID walks() {
            var onSpot = Submissions.with(Submissions.resolved(), "categoryCode", "CS02");
            var forwarded = Submissions.forwarded(UUID.randomUUID(), "CS01", "村口水管破裂");
            var visit = Submissions.visit(UUID.randomUUID(), grid(), List.of(onSpot, forwarded));
            as(in("secretary"))
                    .header("Idempotency-Key", visit.get("visitId").toString())
                    .body(visit)
                    .post("/api/visits")
                    .then()
                    .statusCode(201);
            return (UUID) visit.get("visitId");
        }

        /** @return how many rows were taken */
        int brings(String history) {
            var id = as(in("administrator"))
                    .contentType("text/csv; charset=utf-8")
                    .header("Idempotency-Key", UUID.randomUUID())
                    .queryParam("source", "台账")
                    .body(history.replace("GRID", grid()))
                    .post("/api/imports")
                    .then()
                    .statusCode(202)
                    .extract()
                    .<String>path("id");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> get("administrator", "/api/imports/" + id).get("state"), "DONE"::equals);
            return (int) get("administrator", "/api/imports/" + id).get("accepted");
        }

        Map<String, Object> get(String role, String path) {
            return as(in(role)).get(path).then().statusCode(200).extract().path("$");
        }

        /** Whatever is counted for the people of a county. */
        Map<String, Object> counts() {
            return Map.of(
                    "requests", get("supervisor", "/api/request-counts?from=2020-01&to=2021-12"),
                    "requests of the team", get("secretary", "/api/request-counts?from=2020-01&to=2021-12"),
                    "master data", get("supervisor", "/api/master-data"),
                    "visits", get("secretary", "/api/me/visits").get("total"),
                    "answers to bring", get("secretary", "/api/me/echo-list").get("total"),
                    "answers of all teams", get("supervisor", "/api/echo-list").get("total"),
                    "repeated requests",
                            get("supervisor", "/api/repeated-requests").get("total"),
                    "grids", get("supervisor", "/api/grids").get("total"),
                    "categories", get("supervisor", "/api/categories").get("total"));
        }
    }

    @BeforeEach
    void aCity() {
        County.load();
        ONE.isReady();
    }

    @Test
    void twoCountiesWithTheSameCodesCountAsIfEachWereAlone() {
        var before = ONE.counts();
        ONE.walks();
        ONE.brings(history("v1", "r1"));
        var alone = ONE.counts();

        OTHER.isReady();
        OTHER.walks();
        assertThat(OTHER.brings(history("v1", "r1")))
                .as("refs of another county's source are none of ours")
                .isOne();

        assertThat(alone).isNotEqualTo(before);
        assertThat(ONE.counts()).isEqualTo(alone);
        assertThat(OTHER.counts()).isEqualTo(alone);
        assertThat(ONE.brings(history("v1", "r1")))
                .as("the same again doubles nothing")
                .isZero();
    }

    @Test
    void aTeamSeesNothingOfTheTeamThatIsCalledTheSame() {
        OTHER.isReady();
        var theirs = OTHER.walks();

        as(ONE.in("secretary")).get("/api/visits/{id}", theirs).then().statusCode(404);
        assertThat(ONE.get("secretary", "/api/me/visits?limit=200").toString()).doesNotContain(theirs.toString());
        as(ONE.in("secretary"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Submissions.visit(OTHER.grid(), Submissions.resolved()))
                .post("/api/visits")
                .then()
                .statusCode(404)
                .body("code", equalTo("grid.unknown"));
    }

    @Test
    void aCategoryIsWhatTheCountyCallsIt() {
        OTHER.isReady();
        put(
                        OTHER.in("administrator"),
                        "/api/categories",
                        "code,group,name,on_spot_likelihood,resolve_working_days\nCS03,测试,只有乙县有,L,3\n")
                .body("accepted", equalTo(1));

        as(ONE.in("secretary"))
                .get("/api/categories")
                .then()
                .body("items.find { it.code == 'CS01' }.name", equalTo("甲县的类别"));
        as(OTHER.in("secretary"))
                .get("/api/categories")
                .then()
                .body("items.find { it.code == 'CS01' }.name", equalTo("乙县的类别"));
        as(ONE.in("secretary"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Submissions.visit(ONE.grid(), Submissions.with(Submissions.resolved(), "categoryCode", "CS03")))
                .post("/api/visits")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.category-unknown"));
    }

    private static String history(String visitRef, String requestRef) {
        return "visit_ref,request_ref,grid_code,visited_at,form,category_code,text,contact_name,contact_phone,outcome,"
                + "resolution_note,forwarded_at,dispatched_at,signed_at,replied_at,result_code,reply_text,"
                + "accepted_at,followed_up_at,solved,satisfied\n"
                + "%s,%s,GRID,2020-05-05T09:00:00+08:00,HOUSEHOLD,CS02,想了解法律援助,,,RESOLVED_ON_SPOT,当场讲清政策,,,,,,,,,,\n"
                        .formatted(visitRef, requestRef);
    }
}
