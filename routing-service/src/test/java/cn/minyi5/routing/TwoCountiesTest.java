package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A county beside the one of the other tests, which calls its departments by the same codes. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class TwoCountiesTest {

    private static final String BESIDE = "370827";
    private static final String GRID_BESIDE = "370827100001001";
    private static final String CSV = "text/csv; charset=utf-8";

    /** Of one code, {@code ONLY}, there is no department in the county of the other tests. */
    private static final String DEPARTMENTS =
            """
            code,name
            JX03,邻县水务局
            ONLY,邻县独有的局
            JIANDU,邻县督查室
            """;

    private static final String CATALOGUE =
            """
            category_prefix,division_prefix,lead,assisting,clause
            GS02,,JX03,,邻县清单第1条
            """;

    @BeforeEach
    void bothCounties() {
        County.isReady();
        load(administratorOf(BESIDE), DEPARTMENTS).then().statusCode(200);
        var version = draft(administratorOf(BESIDE), "the catalogue beside", CATALOGUE);
        given().header("Authorization", administratorOf(BESIDE))
                .post("/api/catalogue-versions/" + version + "/publish")
                .then()
                .statusCode(200);
    }

    @Test
    void aCodeMeansTheDepartmentOfTheCounty() {
        assertThat(nameOf("JX03", County.dispatcher())).isEqualTo("县水务局");
        assertThat(nameOf("JX03", as("dispatcher", BESIDE, null))).isEqualTo("邻县水务局");
        assertThat(departments(County.dispatcher()).getList("items.code", String.class))
                .doesNotContain("ONLY");
        assertThat(departments(as("dispatcher", "3708", null)).getList("items.findAll { it.code == 'JX03' }.division"))
                .as("who answers for both counties sees both")
                .contains("370827", "370828");
    }

    @Test
    void alongOneLineOfDivisionsACodeIsGivenOnce() {
        var city = load(administratorOf("3708"), "code,name\nJX03,市水务局\nSHI01,市供热公司\n")
                .jsonPath();

        assertThat(city.getList("refused.row")).containsExactly(2);
        assertThat(city.getString("refused[0].code")).isEqualTo("department.outside-jurisdiction");
        assertThat(nameOf("SHI01", County.dispatcher()))
                .as("what the city owns is there for its counties")
                .isEqualTo("市供热公司");
        assertThat(load(administratorOf(BESIDE), "code,name\nSHI01,改了名\n")
                        .jsonPath()
                        .getList("refused.row"))
                .containsExactly(2);
    }

    @Test
    void aDepartmentSeesAndSignsTheOrdersOfItsOwnCountyAlone() {
        var ours = County.forward(County.ONE_RULE);
        var theirs = forwardBeside(County.ONE_RULE);
        var clerkBeside = as("clerk", BESIDE, "JX03");

        for (var reader : List.of(clerkBeside, as("department-head", BESIDE, "JX03"), as("dispatcher", BESIDE, null))) {
            assertThat(ids(reader)).contains(theirs.toString()).doesNotContain(ours.toString());
            assertThat(given().header("Authorization", reader)
                            .get("/api/work-orders/" + ours)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(given().header("Authorization", reader)
                            .get("/api/work-order-counts")
                            .jsonPath()
                            .getInt("total"))
                    .isEqualTo(ids(reader).size());
        }
        assertThat(ids(County.clerkOf("JX03"))).contains(ours.toString()).doesNotContain(theirs.toString());
        assertThat(County.act(clerkBeside, ours, "sign", Map.of()).statusCode()).isEqualTo(404);
        assertThat(County.sign(theirs).statusCode()).isEqualTo(404);
        assertThat(County.act(clerkBeside, theirs, "sign", Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theDeskGivesAnOrderToADepartmentOfItsCountyAlone() {
        var ours = County.forward(County.NO_RULE);
        var theirs = forwardBeside(County.NO_RULE);
        var toTheirs = Map.of("lead", "ONLY", "reason", "按职责分工");

        assertThat(County.act(County.dispatcher(), ours, "dispatch", toTheirs)
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("department.unknown");
        assertThat(County.act(as("dispatcher", BESIDE, null), ours, "dispatch", toTheirs)
                        .statusCode())
                .isEqualTo(404);
        assertThat(County.act(as("dispatcher", BESIDE, null), theirs, "dispatch", toTheirs)
                        .jsonPath()
                        .getString("lead"))
                .isEqualTo("ONLY");
    }

    @Test
    void aCatalogueNamesDepartmentsOfItsCountyAlone() {
        var refused = given().header("Authorization", County.administrator())
                .contentType(CSV)
                .body(CATALOGUE.replace("JX03", "ONLY"))
                .post("/api/catalogue-versions?effective-from=2017-01-01");

        assertThat(refused.jsonPath().getString("details.refused[0].code")).isEqualTo("department.unknown");
    }

    @Test
    void eachCountyNumbersItsCatalogues() {
        var first = draft(administratorOf("370899"), null, CATALOGUE.replace("JX03", "TOWNSHIP"));
        draft(County.administrator(), null, CATALOGUE);
        var second = draft(administratorOf("370899"), null, CATALOGUE.replace("JX03", "TOWNSHIP"));

        assertThat(second).isEqualTo(first + 1);
        assertThat(versions(County.dispatcher()).getList("items.division", String.class))
                .containsOnly("370828");
        assertThat(versions(as("dispatcher", "3708", null)).getList("items.division", String.class))
                .contains("370827", "370828", "370899");
        assertThat(given().header("Authorization", as("dispatcher", BESIDE, null))
                        .queryParam("place", "370899")
                        .get("/api/catalogue-versions/" + first + "/rules")
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().header("Authorization", as("dispatcher", "3708", null))
                        .queryParam("place", "370899")
                        .get("/api/catalogue-versions/" + first + "/rules")
                        .jsonPath()
                        .getList("items.lead"))
                .containsExactly("TOWNSHIP");
    }

    @Test
    void thePublishedCatalogueIsToldWithWhoseItIs() {
        Awaitility.await().untilAsserted(() -> assertThat(Events.of(CatalogueEvent.Published.class))
                .anySatisfy(heard -> {
                    assertThat(heard.event().division()).isEqualTo(BESIDE);
                    assertThat(heard.event().departments())
                            .contains(new CatalogueEvent.Department("JX03", "邻县水务局", BESIDE))
                            .noneMatch(department -> "370828".equals(department.division()));
                }));
    }

    @Test
    void eachCountyNumbersItsOrders() {
        var first = serialBeside();
        County.forward(County.NO_RULE);
        County.forward(County.NO_RULE);

        assertThat(serialBeside()).isEqualTo(first + 1);
    }

    @Test
    void aComplaintAboutOfficialsGoesToTheSupervisionOfficeOfTheCounty() {
        var theirs = forwardBeside(County.COMPLAINT_ABOUT_OFFICIALS);

        assertThat(County.see(County.supervisorOf(BESIDE), theirs).getString("lead"))
                .isEqualTo("JIANDU");
        assertThat(County.see(County.forward(County.COMPLAINT_ABOUT_OFFICIALS)).getString("lead"))
                .isEqualTo("DUCHA");
    }

    private static int serialBeside() {
        var number = County.see(County.supervisorOf(BESIDE), forwardBeside(County.NO_RULE))
                .getString("number");
        return Integer.parseInt(number.substring(number.indexOf('-') + 1));
    }

    private static UUID forwardBeside(String category) {
        return County.forward(category, GRID_BESIDE, County.supervisorOf(BESIDE));
    }

    private static String administratorOf(String division) {
        return as("administrator", division, null);
    }

    private static String as(String role, String division, String department) {
        var token = Tokens.of(role + "-of-" + division).role(role).division(division);
        return (department == null ? token : token.department(department)).bearer();
    }

    private static Response load(String administrator, String departments) {
        return given().header("Authorization", administrator)
                .contentType(CSV)
                .body(departments)
                .put("/api/departments");
    }

    private static int draft(String administrator, String key, String catalogue) {
        var request = given().header("Authorization", administrator).contentType(CSV);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .body(catalogue)
                .post("/api/catalogue-versions?effective-from=2020-01-01")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("version");
    }

    private static JsonPath departments(String bearer) {
        return given().header("Authorization", bearer)
                .queryParam("limit", 500)
                .get("/api/departments")
                .jsonPath();
    }

    private static String nameOf(String code, String bearer) {
        return departments(bearer).getString("items.find { it.code == '" + code + "' }.name");
    }

    private static JsonPath versions(String bearer) {
        return given().header("Authorization", bearer)
                .queryParam("limit", 200)
                .get("/api/catalogue-versions")
                .jsonPath();
    }

    private static List<String> ids(String bearer) {
        return County.list(bearer, Map.of("limit", "200")).getList("items.id");
    }
}
