package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import cn.minyi5.web.sheet.XlsxSheet;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 起草、检查、发布、回退. In a county of its own, which disturbs no other test. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class CatalogueLifeTest {

    private static final String COUNTY = "370831";
    private static final String GRID = "370831101001001";
    private static final String VERSIONS = "/api/catalogue-versions";
    private static final String HEADER =
            "category_prefix,division_prefix,lead,assisting,clause,urgency,confidential,policy\n";

    @BeforeEach
    void departments() {
        administrator()
                .contentType("text/csv; charset=utf-8")
                .body("code,name\nSW,水务局\nDL,电力公司\n370831101,甲镇\n370831102,乙镇\n")
                .put("/api/departments")
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsSaidTwiceIsNotPublishedUnlessItIsMeantSo() {
        var version = draft("2001-01-01", "GS,,SW,,第1条,,,\nGS,,DL,,第2条,,,\n");

        var refused = post(version, "publish");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("catalogue.check-failed");
        assertThat(refused.jsonPath().getList("details.findings[0].rows")).containsExactly(2, 3);
        assertThat(post(version, "publish?with-equal-rules=true").jsonPath().getString("state"))
                .isEqualTo("PUBLISHED");
    }

    @Test
    void aCheckFindsGapsAndSaysWhatWouldGoElsewhere() {
        post(draft("2002-01-01", "GS02,,SW,,第1条,,,\nGS03,,SW,,第2条,,,\nHJ01,,TOWNSHIP,,第3条,,,\n"), "publish");
        var next = draft("2003-01-01", "GS02,,SW,,第1条,,,\nGS03,370831101,DL,,第2条,,,\nHJ01,,TOWNSHIP,,第3条,,,\n");

        var found = check(next);

        assertThat(found.getBoolean("publishable")).isTrue();
        assertThat(found.getList("findings.code")).containsExactly("catalogue.gaps");
        assertThat(found.getString("findings[0].text")).contains("GS03");
        assertThat(found.getList("gaps.categoryCode")).containsExactly("GS03");
        assertThat(found.getList("gaps[0].places")).containsExactly("370831102");
        assertThat(found.getList("changes.categoryCode")).containsExactly("GS03", "GS03");
        assertThat(found.getList("changes.from.lead")).containsExactly("SW", "SW");
        assertThat(found.getString("changes[0].to.lead")).isEqualTo("DL");
        assertThat(found.getString("changes[1].to")).as("the desk").isNull();
    }

    @Test
    void aDraftIsReplacedAndDiscardedAndWhatIsPublishedStays() {
        var version = draft("2004-01-01", "GS,,SW,,第1条,,,\n");

        assertThat(replace(version, "GS,,DL,,第1条,,,\nHJ,,DL,,第2条,,,\n")
                        .jsonPath()
                        .getInt("rules"))
                .isEqualTo(2);
        assertThat(rules(version).getList("items.lead")).containsExactly("DL", "DL");
        post(version, "publish");
        assertThat(replace(version, "GS,,SW,,第1条,,,\n").jsonPath().getString("code"))
                .isEqualTo("catalogue.published-already");
        assertThat(administrator().delete(VERSIONS + "/" + version).statusCode())
                .isEqualTo(409);

        var other = draft("2004-02-01", "GS,,SW,,第1条,,,\n");
        assertThat(administrator().delete(VERSIONS + "/" + other).statusCode()).isEqualTo(200);
        assertThat(post(other, "publish").statusCode()).isEqualTo(404);
    }

    @Test
    void anEarlierVersionIsInForceAgainAsANewOneWithTheReason() {
        var good = published("2010-01-01", "GS02,,SW,,旧清单第1条,,,\n");
        var bad = published("2011-01-01", "GS02,,DL,,新清单第1条,,,\n");
        assertThat(lead(Urgency.NORMAL)).isEqualTo("DL");

        var again = administrator()
                .contentType("application/json")
                .body(Map.of("reason", "新清单误派供电"))
                .post(VERSIONS + "/" + good + "/rollback")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(again.getInt("version")).isGreaterThan(bad);
        assertThat(again.getInt("restores")).isEqualTo(good);
        assertThat(again.getString("reason")).isEqualTo("新清单误派供电");
        assertThat(lead(Urgency.NORMAL)).isEqualTo("SW");
        assertThat(rules(bad).getList("items.lead")).as("nothing was changed").containsExactly("DL");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Events.of(CatalogueEvent.Published.class))
                .filteredOn(heard -> COUNTY.equals(heard.event().division()))
                .filteredOn(heard -> heard.event().version() == again.getInt("version"))
                .singleElement()
                .satisfies(heard -> assertThat(heard.event().restores()).isEqualTo(good)));
        assertThat(administrator()
                        .contentType("application/json")
                        .body(Map.of("reason", "还没有发布"))
                        .post(VERSIONS + "/" + draft("2012-01-01", "GS,,SW,,第1条,,,\n") + "/rollback")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("catalogue.never-published");
    }

    @Test
    void whatIsUrgentMayGoElsewhere() {
        published("2008-01-01", "GS02,,SW,,第1条,,,\nGS02,,DL,,第2条,URGENT,,县应急预案（演示）\n");

        assertThat(explain(Urgency.URGENT, "2008-06-01").getString("lead")).isEqualTo("DL");
        assertThat(explain(Urgency.URGENT, "2008-06-01").getString("rule.policy"))
                .isEqualTo("县应急预案（演示）");
        assertThat(explain(Urgency.NORMAL, "2008-06-01").getString("lead")).isEqualTo("SW");
    }

    @Test
    void rulesComeOutAsASheetAndInAgainAsTheyWere() {
        var rows = "GS02,370831101,TOWNSHIP,SW|DL,第1条,URGENT,NO,县应急预案（演示）\r\nZX02,,SW,,=第2条,,YES,\r\n";
        var version = draft("2009-01-01", rows);

        var csv = export(version, "rules.csv").asString();
        var workbook = export(version, "rules.xlsx").asByteArray();
        var fromWorkbook = administrator()
                .contentType(XlsxSheet.MEDIA_TYPE)
                .body(workbook)
                .post(VERSIONS + "?effective-from=2009-01-01")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("version");

        assertThat(csv).contains("GS02,370831101,TOWNSHIP,SW|DL,第1条,URGENT,NO,县应急预案（演示）");
        assertThat(export(fromWorkbook, "rules.csv").asString()).isEqualTo(csv);
        assertThat(rules(fromWorkbook).getList("items.clause")).containsExactly("第1条", "=第2条");
    }

    @Test
    void aWorkbooksBadRowsComeBackOneByOne() {
        var sheet = XlsxSheet.write(
                "清单",
                List.of(
                        List.of("category_prefix", "division_prefix", "lead", "assisting", "clause", "urgency"),
                        List.of("GS02", "", "SW", "", "第1条", "SOON"),
                        List.of("GS03", "", "NOBODY", "", "第2条", "")));

        var refused = administrator()
                .contentType(XlsxSheet.MEDIA_TYPE)
                .body(sheet)
                .post(VERSIONS + "?effective-from=2009-01-01")
                .jsonPath();

        assertThat(refused.getString("code")).isEqualTo("catalogue.rows-refused");
        assertThat(refused.getList("details.refused.row")).containsExactly(2, 3);
        assertThat(refused.getList("details.refused.field")).containsExactly("urgency", "lead");
    }

    private static RequestSpecification administrator() {
        return given().header(
                        "Authorization",
                        Tokens.of("administrator-of-" + COUNTY)
                                .role("administrator")
                                .division(COUNTY)
                                .bearer());
    }

    private static int draft(String effectiveFrom, String rows) {
        return administrator()
                .contentType("text/csv; charset=utf-8")
                .body(HEADER + rows)
                .post(VERSIONS + "?effective-from=" + effectiveFrom)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("version");
    }

    private static int published(String effectiveFrom, String rows) {
        var version = draft(effectiveFrom, rows);
        assertThat(post(version, "publish").statusCode()).isEqualTo(200);
        return version;
    }

    private static Response post(int version, String action) {
        return administrator().post(VERSIONS + "/" + version + "/" + action);
    }

    private static Response replace(int version, String rows) {
        return administrator()
                .contentType("text/csv; charset=utf-8")
                .body(HEADER + rows)
                .put(VERSIONS + "/" + version + "?effective-from=2004-01-01");
    }

    private static JsonPath check(int version) {
        return administrator().get(VERSIONS + "/" + version + "/check").jsonPath();
    }

    private static JsonPath rules(int version) {
        return administrator().get(VERSIONS + "/" + version + "/rules").jsonPath();
    }

    private static Response export(int version, String file) {
        return administrator()
                .get(VERSIONS + "/" + version + "/" + file)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static String lead(Urgency urgency) {
        return explain(urgency, null).getString("lead");
    }

    private static JsonPath explain(Urgency urgency, String day) {
        var request = administrator()
                .queryParam("category", "GS02")
                .queryParam("grid", GRID)
                .queryParam("urgency", urgency);
        return (day == null ? request : request.queryParam("at", day + "T08:00:00+08:00"))
                .get("/api/catalogue/explanations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
