package cn.minyi5.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.ClockEvent.RungReached;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class FiguresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final CountyHistory HISTORY = new CountyHistory(20190105L);

    @Inject
    EventTime eventTime;

    @BeforeEach
    void historyHasBeenTold() {
        if (eventTime.number("select count(*) from request_copy where grid_code like '370828%'") == 0) {
            HISTORY.tell();
            Events.send(
                    new CatalogueEvent.Published(
                            1,
                            LocalDate.of(2019, 1, 1),
                            3,
                            List.of(
                                    new CatalogueEvent.Department("ZJJ", "县住房和城乡建设局", "370828"),
                                    new CatalogueEvent.Department("370828101", "羊山镇", "370828")),
                            "370828",
                            null),
                    Instant.now());
            eventTime.passUntil(Instant.now().truncatedTo(ChronoUnit.MILLIS));
            await().atMost(PATIENCE)
                    .until(() -> eventTime.number("select count(*) from request_copy where grid_code like '370828%'")
                            == HISTORY.requests.size());
            await().atMost(PATIENCE)
                    .until(() ->
                            eventTime.number("select count(*) from department_name where division = '370828'") == 2);
        }
    }

    @Test
    void figuresOfAPeriodEqualAnIndependentCountOfTheRawHistory() {
        var figures = figures("from=2019-01&to=2019-03");

        assertThat(tallies(figures.getList("figures"))).isEqualTo(HISTORY.recount(o -> true, r -> true));
    }

    @Test
    void aRateOfNothingIsToldAsNull() {
        var figure =
                figures("from=2001-01&to=2001-01").<String, Object>getMap("figures.find { it.code == 'solved-rate' }");

        assertThat(figure).containsEntry("value", null).containsEntry("denominator", 0);
    }

    @Test
    void figuresOfEachMonthEqualAnIndependentCount() {
        var groups = figures("from=2019-01&to=2019-03&by=month");

        assertThat(groups.<String>getList("groups.key")).containsExactly("2019-01", "2019-02", "2019-03");
        for (var month : List.of("2019-01", "2019-02", "2019-03")) {
            assertThat(tallies(groups.getList("groups.find { it.key == '%s' }.figures".formatted(month))))
                    .isEqualTo(HISTORY.recountMonth(month));
        }
    }

    @Test
    void figuresOfEachDepartmentEqualAnIndependentCount() {
        var groups = figures("from=2019-01&to=2019-03&by=department");

        for (var department : CountyHistory.DEPARTMENTS) {
            var expected = HISTORY.recount(o -> o.department().equals(department), r -> false);
            expected.keySet().removeAll(List.of("collected", "on-spot", "forwarded", "on-spot-rate"));
            assertThat(tallies(groups.getList("groups.find { it.key == '%s' }.figures".formatted(department))))
                    .isEqualTo(expected);
        }
        assertThat(groups.getString("groups.find { it.key == 'ZJJ' }.name")).isEqualTo("县住房和城乡建设局");
        assertThat(groups.getString("groups.find { it.key == 'SLJ' }.name")).isEqualTo("SLJ");
    }

    @Test
    void figuresOfEachTownshipEqualAnIndependentCount() {
        var groups = figures("from=2019-01&to=2019-03&by=township");

        for (var township : CountyHistory.TOWNSHIPS) {
            assertThat(tallies(groups.getList("groups.find { it.key == '%s' }.figures".formatted(township))))
                    .isEqualTo(HISTORY.recount(
                            o -> o.grid().startsWith(township),
                            r -> r.grid().startsWith(township) && !r.category().equals("ZX02")));
        }
        // A complaint about officials has no township: it counts in the county's own line.
        assertThat(tallies(groups.getList("groups.find { it.key == '370828' }.figures")))
                .isEqualTo(HISTORY.recount(o -> false, r -> r.category().equals("ZX02")));
        assertThat(groups.getString("groups.find { it.key == '370828101' }.name"))
                .isEqualTo("羊山镇");
    }

    @Test
    void everyFigureOpensIntoJustSoManyRowsPageByPage() {
        for (var figure : figures("from=2019-01&to=2019-03").<Map<String, Object>>getList("figures")) {
            var rows = allRows(figure.get("code").toString());
            var counted =
                    rows.stream().filter(row -> (Boolean) row.get("counted")).count();
            // Orders that were returned, and orders that were dispatched: neither is part of the other.
            var returned = rows.stream()
                    .filter(row -> row.get("figure").equals("returned"))
                    .count();

            assertThat(
                            figure.get("code").equals("return-rate")
                                    ? new Tally(returned, rows.size() - returned)
                                    : new Tally(counted, rows.size()))
                    .as(figure.get("code").toString())
                    .isEqualTo(tally(figure));
            assertThat(rows)
                    .extracting(row -> row.get("figure") + " " + row.get("subject"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void importedLateOrdersCountInTheirMonthButAlarmNobody() {
        var late = HISTORY.orders.stream().filter(o -> !o.signedInTime()).toList();

        assertThat(late).isNotEmpty();
        assertThat(Events.of(RungReached.class))
                .extracting(heard -> heard.event().workOrderId())
                .doesNotContainAnyElementsOf(
                        late.stream().map(o -> o.story().id).toList());
    }

    @Test
    void anOrderThatNobodySignsCountsAsLateOnceItsDueMomentHasBeenSeen() {
        var start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        eventTime.passUntil(start.minusMillis(1));
        new Story(Policies.ofSeconds("SIGN"), "LATE1").dispatched(start);
        new Story(Policies.ofSeconds("SIGN"), "LATE1").dispatched(start).signed(start.plusSeconds(2));

        eventTime.passUntil(start.plusSeconds(1));
        assertThat(signOnTimeNowOf("LATE1")).isEqualTo(new Tally(0, 0));
        eventTime.passUntil(start.plusSeconds(2));

        assertThat(signOnTimeNowOf("LATE1")).isEqualTo(new Tally(1, 2));
    }

    @Test
    void aReturnWithinTheHourIsSignedOnTimeAndOneThatIsAcceptedIsInNoRate() {
        var start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        eventTime.passUntil(start.minusMillis(1));
        new Story(Policies.ofSeconds("SIGN"), "RETURNS1")
                .dispatched(start)
                .returnRequested(start.plusSeconds(1))
                .returnRejected(start.plusSeconds(9));
        new Story(Policies.ofSeconds("SIGN"), "RETURNS1")
                .dispatched(start)
                .returnRequested(start.plusSeconds(5))
                .returnAccepted(start.plusSeconds(9));

        eventTime.passUntil(start.plusSeconds(10));

        assertThat(signOnTimeNowOf("RETURNS1")).isEqualTo(new Tally(1, 1));
    }

    @Test
    void anOrderNotSolvedAtFirstIsTwoFollowUpsOfWhichOneAskedForRework() {
        var start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        eventTime.passUntil(start.minusMillis(1));
        new Story("GS02", "REWORK1")
                .dispatched(start)
                .signed(start.plusSeconds(1))
                .replied(start.plusSeconds(2))
                .reworked(Answer.NO_ANSWER, start.plusSeconds(3))
                .signed(start.plusSeconds(4))
                .replied(start.plusSeconds(5))
                .closed(Answer.YES, Answer.YES, start.plusSeconds(6));
        eventTime.passUntil(start.plusSeconds(7));

        var figures = tallies(figuresOfThisMonth("REWORK1"));
        assertThat(figures)
                .containsEntry("rework-rate", new Tally(1, 2))
                .containsEntry("solved-rate", new Tally(1, 2))
                .containsEntry("satisfied-rate", new Tally(1, 1))
                .containsEntry("answer-rate", new Tally(2, 2));
    }

    @Test
    void aHeadSeesTheFiguresAndRowsOfTheirDepartmentOnly() {
        var own =
                People.headOf("ZJJ").get("/api/figures?from=2019-01&to=2019-03").jsonPath();
        var expected = HISTORY.recount(o -> o.department().equals("ZJJ"), r -> false);
        expected.keySet().removeAll(List.of("collected", "on-spot", "forwarded", "on-spot-rate"));

        assertThat(tallies(own.getList("figures"))).isEqualTo(expected);
        People.headOf("ZJJ")
                .get("/api/figures/return-rate/rows?from=2019-01&to=2019-03&department=SLJ")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @Test
    void theDeskDoesNotCountWhatIsConfidential() {
        var all = figures("from=2019-01&to=2019-03");
        var desk =
                People.dispatcher().get("/api/figures?from=2019-01&to=2019-03").jsonPath();
        var confidential = HISTORY.requests.stream()
                .filter(r -> r.category().equals("ZX02"))
                .count();

        assertThat(confidential).isPositive();
        assertThat(tallies(all.getList("figures")).get("collected").counted()
                        - tallies(desk.getList("figures")).get("collected").counted())
                .isEqualTo(confidential);
    }

    @Test
    void whatIsNotAPeriodOrAFigureIsRefused() {
        People.supervisor()
                .get("/api/figures?from=2019-13&to=2019-03")
                .then()
                .statusCode(400)
                .body("code", equalTo("month.malformed"))
                .body("field", equalTo("from"));
        People.supervisor().get("/api/figures").then().statusCode(400);
        People.supervisor()
                .get("/api/figures?from=2019-03&to=2019-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("period.backwards"));
        People.supervisor()
                .get("/api/figures?from=2019-01&to=2019-03&by=clerk")
                .then()
                .statusCode(400)
                .body("code", equalTo("figures.grouping-unknown"));
        People.supervisor()
                .get("/api/figures/happiness/rows?from=2019-01&to=2019-03")
                .then()
                .statusCode(404)
                .body("code", equalTo("figure.unknown"));
        People.supervisor()
                .get("/api/figures/collected/rows?from=2019-01&to=2019-03&after=rubbish")
                .then()
                .statusCode(400)
                .body("code", equalTo("page.after-malformed"));
    }

    private static Tally signOnTimeNowOf(String department) {
        return tallies(figuresOfThisMonth(department)).getOrDefault("sign-on-time-rate", new Tally(0, 0));
    }

    /** Empty while nothing is known of the department. */
    private static List<Map<String, Object>> figuresOfThisMonth(String department) {
        var month = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        return figures("from=%s&to=%s&by=department".formatted(month, month))
                .getList("groups.find { it.key == '%s' }?.figures ?: []".formatted(department));
    }

    private static JsonPath figures(String query) {
        return People.supervisor()
                .get("/api/figures?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Map<String, Object>> allRows(String code) {
        var rows = new ArrayList<Map<String, Object>>();
        String after = "";
        do {
            var page = People.supervisor()
                    .queryParam("from", "2019-01")
                    .queryParam("to", "2019-03")
                    .queryParam("limit", 7)
                    .queryParam("after", after)
                    .get("/api/figures/" + code + "/rows")
                    .jsonPath();
            rows.addAll(page.<Map<String, Object>>getList("items"));
            after = page.getString("next");
        } while (after != null);
        return rows;
    }

    private static Map<String, Tally> tallies(List<Map<String, Object>> figures) {
        return figures.stream().collect(Collectors.toMap(f -> f.get("code").toString(), FiguresTest::tally));
    }

    private static Tally tally(Map<String, Object> figure) {
        if (figure.get("denominator") == null) {
            var count = ((Number) figure.get("value")).longValue();
            return new Tally(count, count);
        }
        return new Tally(
                ((Number) figure.get("numerator")).longValue(), ((Number) figure.get("denominator")).longValue());
    }
}
