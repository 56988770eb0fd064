package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The versions drafted here are in force in the 1990s only, and so disturb no other test. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class CatalogueTest {

    private static final String HEADER = "category_prefix,division_prefix,lead,assisting,clause\n";

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void goodDepartmentsGoInAndBadOnesComeBackInTheCallersLanguage() {
        var body = "\uFEFFcode,name\nJX17,县公安局\nJX 18,县交通局\nJX19,\n";

        var answer = put(body, "en").jsonPath();

        assertThat(answer.getInt("accepted")).isEqualTo(1);
        assertThat(answer.getList("refused.row")).containsExactly(3, 4);
        assertThat(answer.getList("refused.field")).containsExactly("code", "name");
        assertThat(answer.getString("refused[0].code")).isEqualTo("department.code-malformed");
        assertThat(answer.getString("refused[0].reason")).startsWith("\"JX 18\" is not");
        assertThat(put(body, "zh").jsonPath().getString("refused[1].reason")).startsWith("请填写部门名称");
        assertThat(given().header("Authorization", County.clerkOf("JX17"))
                        .get("/api/departments")
                        .jsonPath()
                        .getList("items.code"))
                .contains("JX17")
                .doesNotContain("JX19");
    }

    @Test
    void aTableWithoutItsColumnsIsRefused() {
        var answer = put("code,title\nJX17,县公安局\n", "zh");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("csv.column-missing");
        assertThat(answer.jsonPath().getString("field")).isEqualTo("name");
    }

    @Test
    void aDraftSaysWhereItWillNotDecide() {
        var draft = draft("2010-01-01", "GS,370828,JX03,,第1条\nGS,370828,JX04,,第2条\nGS02,370828,TOWNSHIP,JX03,第3条\n");

        assertThat(draft.statusCode()).isEqualTo(201);
        assertThat(draft.jsonPath().getString("state")).isEqualTo("DRAFT");
        assertThat(draft.jsonPath().getInt("rules")).isEqualTo(3);
        assertThat(draft.jsonPath().getString("findings[0].code")).isEqualTo("catalogue.equal-rules");
        assertThat(draft.jsonPath().getList("findings[0].rows")).containsExactly(2, 3);
        assertThat(explain("GS02", "2010-06-01").getString("outcome"))
                .as("a draft is not in force")
                .isEqualTo("NO_RULE");
    }

    @Test
    void aCatalogueIsAllOrNothing() {
        var before = versions();

        var refused = draft("2010-01-01", "GS,370828,JX03,,第1条\ngs,,JX04,,第2条\nGS03,,NOBODY,,第3条\nGS04,,JX03,,\n");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("catalogue.rows-refused");
        assertThat(refused.jsonPath().getList("details.refused.row")).containsExactly(3, 4, 5);
        assertThat(refused.jsonPath().getList("details.refused.code"))
                .containsExactly("rule.category-malformed", "department.unknown", "rule.clause-missing");
        assertThat(refused.jsonPath().getString("details.refused[1].reason")).contains("NOBODY");
        assertThat(versions()).isEqualTo(before);
        assertThat(draft("2010-01-01", "").jsonPath().getString("code")).isEqualTo("catalogue.without-rules");
        assertThat(draft("soon", "GS,370828,JX03,,第1条\n").jsonPath().getString("field"))
                .isEqualTo("effective-from");
    }

    @Test
    void theVersionOfTheDayDecidesAndSaysWhy() {
        publish(draft("2011-01-01", "GS,370828,JX03,,旧清单第1条\n"));
        publish(draft("2012-01-01", "GS,370828,JX03,,新清单第1条\nGS02,370828101,TOWNSHIP,JX04,新清单第2条\n"));

        var old = explain("GS02", "2011-12-31");
        assertThat(old.getString("lead")).isEqualTo("JX03");
        assertThat(old.getString("rule.clause")).isEqualTo("旧清单第1条");
        var now = explain("GS02", "2012-01-01");
        assertThat(now.getString("outcome")).isEqualTo("ONE_RULE");
        assertThat(now.getString("lead")).isEqualTo("370828101");
        assertThat(now.getList("assisting")).containsExactly("JX04");
        assertThat(now.getList("weighed.clause")).containsExactly("新清单第2条", "新清单第1条");
        assertThat(explain("GS02", "2000-01-01").getString("outcome")).isEqualTo("NO_RULE");
    }

    @Test
    void publishingTellsEverybodyOnceWithTheNamesOfTheDepartments() {
        var version = publish(draft("2013-01-01", "GS,370828,JX03,,第1条\n"));
        assertThat(publish(version).getString("state")).isEqualTo("PUBLISHED");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.of(CatalogueEvent.Published.class).stream()
                                .filter(heard -> heard.event().version() == version)
                                .filter(heard -> "370828".equals(heard.event().division())))
                        .singleElement()
                        .satisfies(heard -> {
                            assertThat(heard.event().effectiveFrom()).isEqualTo(LocalDate.of(2013, 1, 1));
                            assertThat(heard.event().departments())
                                    .contains(new CatalogueEvent.Department("JX03", "县水务局", "370828"));
                        }));
    }

    @Test
    void versionsAndTheirRulesCanBeReadByPage() {
        var version = draft("2014-01-01", "GS,,JX03,,第1条\nHJ,,JX03,,第2条\nNS,,JX03,,第3条\n")
                .jsonPath()
                .getInt("version");

        var first = rules(version, "limit=2");
        assertThat(first.getList("items.categoryPrefix")).containsExactly("GS", "HJ");
        assertThat(rules(version, "limit=2&after=" + first.getString("next")).getList("items.categoryPrefix"))
                .containsExactly("NS");
        assertThat(given().header("Authorization", County.dispatcher())
                        .get("/api/catalogue-versions/99999/rules")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherDivisionsAdministratorChangesNothingOfThisCounty() {
        for (var division : List.of("370829", "370828101")) {
            var elsewhere = Tokens.of("administrator-of-" + division)
                    .role("administrator")
                    .division(division)
                    .bearer();
            var renamed = given().header("Authorization", elsewhere)
                    .contentType("text/csv; charset=utf-8")
                    .body("code,name\nJX03,改了名\n370828102,别处的镇\n")
                    .put("/api/departments")
                    .jsonPath();
            assertThat(renamed.getList("refused.code")).containsOnly("department.outside-jurisdiction");
            // Another county may call a department of its own by that code; a township lies in the county that has it.
            assertThat(renamed.getList("refused.row")).hasSize(division.equals("370829") ? 1 : 2);

            var foreign = draft(elsewhere, "2015-01-01", "GS,370828,JX03,,第1条\n");
            assertThat(foreign.jsonPath().getString("code")).isEqualTo("catalogue.rows-refused");
            assertThat(foreign.jsonPath().getString("details.refused[0].code")).isEqualTo("rule.outside-jurisdiction");

            var ours = draft("2015-01-01", "GS,370828,JX03,,第1条\n").jsonPath().getInt("version");
            assertThat(given().header("Authorization", elsewhere)
                            .post("/api/catalogue-versions/" + ours + "/publish")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(given().header("Authorization", County.dispatcher())
                        .get("/api/departments")
                        .jsonPath()
                        .getString("items.find { it.code == 'JX03' }.name"))
                .isEqualTo("县水务局");
    }

    @Test
    void twoCountiesHaveEachACatalogueOfItsOwnInForce() {
        publish(draft("2016-01-01", "GS,,JX03,,本县清单第1条\n"));
        County.neighbourPublishes("2016-02-01", "邻县清单第1条");

        assertThat(explain("GS02", "2016-03-01").getString("rule.clause")).isEqualTo("本县清单第1条");
        assertThat(explain("GS02", "370829101201001", "2016-03-01").getString("rule.clause"))
                .isEqualTo("邻县清单第1条");
        assertThat(explain("GS02", "370830101201001", "2016-03-01").getString("outcome"))
                .isEqualTo("NO_RULE");
    }

    @Test
    void onlyAnAdministratorChangesTheCatalogue() {
        assertThat(given().header("Authorization", County.dispatcher())
                        .contentType("text/csv")
                        .body(HEADER)
                        .post("/api/catalogue-versions?effective-from=2010-01-01")
                        .statusCode())
                .isEqualTo(403);
    }

    private static Response put(String body, String language) {
        return given().header("Authorization", County.administrator())
                .header("Accept-Language", language)
                .contentType("text/csv; charset=utf-8")
                .body(body)
                .put("/api/departments");
    }

    private static Response draft(String effectiveFrom, String rows) {
        return draft(County.administrator(), effectiveFrom, rows);
    }

    private static Response draft(String administrator, String effectiveFrom, String rows) {
        return given().header("Authorization", administrator)
                .contentType("text/csv; charset=utf-8")
                .body(HEADER + rows)
                .post("/api/catalogue-versions?effective-from=" + effectiveFrom);
    }

    private static int publish(Response draft) {
        var version = draft.jsonPath().getInt("version");
        publish(version);
        return version;
    }

    private static JsonPath publish(int version) {
        return given().header("Authorization", County.administrator())
                .post("/api/catalogue-versions/" + version + "/publish")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath explain(String category, String day) {
        return explain(category, County.GRID, day);
    }

    private static JsonPath explain(String category, String grid, String day) {
        // Somebody of the place: another county's explanations are not for one's eyes
        var ofThePlace = Tokens.of("clerk-of-" + grid)
                .role("clerk")
                .division(grid.substring(0, 6))
                .department(County.WATER);
        return given().header("Authorization", ofThePlace.bearer())
                .queryParam("category", category)
                .queryParam("grid", grid)
                .queryParam("at", day + "T08:00:00+08:00")
                .get("/api/catalogue/explanations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath rules(int version, String query) {
        return given().header("Authorization", County.dispatcher())
                .get("/api/catalogue-versions/" + version + "/rules?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int versions() {
        return given().header("Authorization", County.dispatcher())
                .queryParam("limit", 200)
                .get("/api/catalogue-versions")
                .jsonPath()
                .getList("items")
                .size();
    }
}
