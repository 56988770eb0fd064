package cn.minyi5.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The same history told of two counties whose departments have the same codes. What the first reads when it is alone it
 * reads beside the second, to the letter; and the second reads the same of itself.
 */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class TwoCountiesTest {

    private static final String QUARTER = "from=2019-01&to=2019-03";
    private static final Instant NEVER_SIGNED = Instant.parse("2019-04-05T01:00:00Z");
    private static final List<String> MONTHS = List.of("2019-01", "2019-02", "2019-03");

    @Inject
    EventTime eventTime;

    private static final Beside ONE = new Beside("370893", "甲县");
    private static final Beside ALONE = new Beside("370895", "丙县");
    private static final Beside OTHER = new Beside("370894", "乙县");

    /** Where departments' developers try the API, on orders that routing makes up (ADR 0036). */
    private static final Beside SANDBOX = new Beside("990001", "沙盒");

    private record Beside(String code, String name) {

        RequestSpecification as(String role) {
            return People.as(
                    Tokens.of(role + "-of-" + code).role(role).division(code).department("ZJJ"));
        }

        /** A quarter brought along, its departments, policy and calendar, and two live orders that nobody signs. */
        void isTold() {
            as(Roles.ADMINISTRATOR)
                    .contentType("text/csv; charset=utf-8")
                    .body("date,kind,festival\n2027-01-01,HOLIDAY,元旦\n")
                    .put("/api/calendar/years/2027")
                    .then()
                    .statusCode(200)
                    .body("accepted", equalTo(1));
            as(Roles.ADMINISTRATOR)
                    .contentType(ContentType.JSON)
                    .body(
                            """
                            {"categoryPrefix": "GS99", "clock": "SIGN", "allowed": "PT2H", "reminderLeftShare": 0.5,
                             "noticeAfter": "PT1H"}""")
                    .post("/api/policies")
                    .then()
                    .statusCode(201)
                    .body("version", equalTo(1));
            var history = new CountyHistory(5, code);
            history.tell();
            var housing = new CatalogueEvent.Department("ZJJ", name + "住建局", code);
            Events.send(
                    new CatalogueEvent.Published(1, LocalDate.of(2019, 1, 1), 1, List.of(housing), code, null),
                    Instant.now());
            for (int i = 0; i < 2; i++) {
                new Story("GS02", "ZJJ", history.in(Story.GRID), false, false).dispatched(NEVER_SIGNED.plusSeconds(i));
            }
        }

        void issuesBulletins() {
            for (var month : MONTHS) {
                as(Roles.SUPERVISOR)
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body("{\"month\": \"%s\"}".formatted(month))
                        .post("/api/bulletins")
                        .then()
                        .statusCode(201);
            }
        }

        /** All that can be asked, as it is answered. */
        Map<String, String> reads() {
            var answers = new LinkedHashMap<String, String>();
            for (var role : List.of(Roles.SUPERVISOR, Roles.DEPARTMENT_HEAD)) {
                List.of("", "&by=department", "&by=township", "&by=month")
                        .forEach(grouping -> read(role, "/api/figures?" + QUARTER + grouping, answers));
                as(role).get("/api/figures?" + QUARTER)
                        .jsonPath()
                        .<String>getList("figures.code")
                        .forEach(
                                figure -> read(role, "/api/figures/" + figure + "/rows?limit=500&" + QUARTER, answers));
                List.of("/api/bulletins?limit=200", "/api/notices?limit=200", "/api/policies", "/api/calendar/years")
                        .forEach(list -> read(role, list, answers));
                as(role).get("/api/bulletins")
                        .jsonPath()
                        .<String>getList("items.id")
                        .forEach(id -> {
                            read(role, "/api/bulletins/" + id, answers);
                            read(role, "/api/bulletins/" + id + "/rows?limit=500", answers);
                        });
            }
            return answers;
        }

        private void read(String role, String path, Map<String, String> answers) {
            answers.put(
                    role + " " + path,
                    as(role).get(path).then().statusCode(200).extract().asString());
        }

        /** What must be the same in both counties: figures, numbers, names but for the county's own. */
        Map<String, Object> figures() {
            var figures = new LinkedHashMap<String, Object>();
            for (var grouping : List.of("department", "township", "month")) {
                var answer = as(Roles.SUPERVISOR)
                        .get("/api/figures?" + QUARTER + "&by=" + grouping)
                        .asString();
                figures.put("by " + grouping, answer.replace(code, "COUNTY").replace(name, "NAME"));
            }
            var bulletins = as(Roles.SUPERVISOR).get("/api/bulletins").jsonPath();
            // A city's bulletins are read in its counties, too.
            var own = "items.findAll { it.division == '%s' }.".formatted(code);
            figures.put("bulletins", bulletins.getList(own + "number"));
            figures.put("rows of bulletins", bulletins.getList(own + "rows"));
            var notices = as(Roles.SUPERVISOR).get("/api/notices").jsonPath();
            figures.put("notices", notices.getList("items.number"));
            figures.put(
                    "clocks", as(Roles.SUPERVISOR).get("/api/clocks").jsonPath().getInt("total"));
            return figures;
        }
    }

    @Test
    void twoCountiesWithTheSameCodesHaveEachTheFiguresAndNumbersItWouldHaveAlone() {
        ONE.isTold();
        allIsSeen();
        ONE.issuesBulletins();
        var alone = ONE.reads();

        OTHER.isTold();
        allIsSeen();
        OTHER.issuesBulletins();

        assertThat(ONE.reads()).containsExactlyEntriesOf(alone);
        assertThat(OTHER.figures()).isEqualTo(ONE.figures());
        // Two orders, each with a notice of SIGN and one of REPLY
        assertThat(ONE.figures().get("notices"))
                .isEqualTo(IntStream.rangeClosed(1, 4)
                        .mapToObj(issue -> "督办〔%d〕%d号".formatted(year(), issue))
                        .toList());
        assertThat(ONE.figures().get("bulletins").toString())
                .isEqualTo("[通报 2019年第1期（总第1期）, 通报 2019年第2期（总第2期）, 通报 2019年第3期（总第3期）]");
        // Who answers for both sees two departments of one code, each by its name and with its own figures.
        var both = People.supervisorOf("3708")
                .get("/api/figures?by=department&" + QUARTER)
                .jsonPath();
        for (var county : List.of(ONE, OTHER)) {
            var ofBoth = "groups.find { it.key == 'ZJJ' && it.county == '%s' }".formatted(county.code());
            assertThat(both.getString(ofBoth + ".name")).isEqualTo(county.name() + "住建局");
            assertThat(both.getList(ofBoth + ".figures"))
                    .isEqualTo(county.as(Roles.SUPERVISOR)
                            .get("/api/figures?by=department&" + QUARTER)
                            .jsonPath()
                            .getList("groups.find { it.key == 'ZJJ' }.figures"));
            assertThat(People.supervisorOf("3708")
                            .get("/api/figures/reply-on-time-rate/rows?department=ZJJ&place=%s&%s"
                                    .formatted(county.code(), QUARTER))
                            .jsonPath()
                            .getInt("total"))
                    .isEqualTo(both.getInt(ofBoth + ".figures.find { it.code == 'reply-on-time-rate' }.denominator"));
        }
        ONE.as(Roles.SUPERVISOR)
                .get("/api/figures/reply-on-time-rate/rows?place=%s&%s".formatted(OTHER.code(), QUARTER))
                .then()
                .statusCode(404)
                .body("code", equalTo("place.unknown"));
    }

    @Test
    void whatIsTriedInTheSandboxIsInNoCountysFiguresListsAndPapers() {
        ALONE.isTold();
        allIsSeen();
        ALONE.issuesBulletins();
        var alone = ALONE.reads();
        var province = People.supervisorOf("37").get("/api/figures?" + QUARTER).asString();

        SANDBOX.isTold();
        allIsSeen();

        assertThat(ALONE.reads()).containsExactlyEntriesOf(alone);
        assertThat(People.supervisorOf("37").get("/api/figures?" + QUARTER).asString())
                .isEqualTo(province);
        assertThat(People.supervisorOf("37").get("/api/notices?limit=200").asString())
                .doesNotContain(SANDBOX.code());
        assertThat(SANDBOX.figures().get("clocks")).as("they were told of").isNotEqualTo(0);
    }

    private static int year() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
    }

    private void allIsSeen() {
        eventTime.passUntil(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        eventTime.settle();
    }
}
