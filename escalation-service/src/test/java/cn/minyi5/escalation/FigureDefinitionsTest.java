package cn.minyi5.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Figures and papers (DOMAIN §6): what counts in which month, in counties of which nothing else is told. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class FigureDefinitionsTest {

    @Inject
    EventTime eventTime;

    @Test
    void aReturnCountsWhenItHappenedOverTheDistinctOrdersDispatchedInThatMonth() {
        var county = "370831";
        // Dispatched in January, returned in February, rejected in March.
        order(county, "ZJJ")
                .dispatched(at("2017-01-31T23:30:00+08:00"))
                .returnRequested(at("2017-02-01T00:00:00+08:00"))
                .returnRejected(at("2017-03-01T00:00:00+08:00"));
        // Two departments and two returns in February: one order.
        order(county, "ZJJ")
                .dispatched(at("2017-02-10T09:00:00+08:00"))
                .returnRequested(at("2017-02-10T10:00:00+08:00"))
                .returnAccepted(at("2017-02-10T11:00:00+08:00"))
                .dispatchedTo("SLJ", at("2017-02-10T12:00:00+08:00"))
                .returnedAgain(at("2017-02-10T13:00:00+08:00"))
                .ruled(at("2017-02-11T09:00:00+08:00"))
                .dispatched(at("2017-02-11T09:00:00+08:00"));
        allIsSeen();

        assertThat(rate(county, "2017-01", "return-rate")).isEqualTo(new Tally(0, 1));
        assertThat(rate(county, "2017-02", "return-rate")).isEqualTo(new Tally(2, 1));
        assertThat(rate(county, "2017-03", "return-rate")).isEqualTo(new Tally(0, 0));
        assertThat(count(county, "2017-02", "returns-accepted")).isEqualTo(1);
        assertThat(count(county, "2017-02", "returns-rejected")).isZero();
        assertThat(count(county, "2017-03", "returns-rejected")).isEqualTo(1);
        // An order is one, also over months and whoever had it.
        var quarter = People.supervisorOf(county)
                .get("/api/figures?from=2017-01&to=2017-03&by=department")
                .jsonPath();
        assertThat(tally(quarter, "figures.", "return-rate")).isEqualTo(new Tally(2, 2));
        assertThat(tally(quarter, "groups.find { it.key == 'ZJJ' }.figures.", "return-rate"))
                .isEqualTo(new Tally(2, 2));
        assertThat(tally(quarter, "groups.find { it.key == 'SLJ' }.figures.", "return-rate"))
                .isEqualTo(new Tally(1, 1));
        People.supervisorOf(county)
                .get("/api/figures/return-rate/rows?from=2017-01&to=2017-03")
                .then()
                .body("items.count { it.figure == 'returned' }", equalTo(2))
                .body("items.count { it.figure == 'dispatched' }", equalTo(2))
                .body("total", equalTo(4));
    }

    @Test
    void aBulletinCountsAnOrderOnceForTheCountyAndOnceForEachDepartmentThatHadIt() {
        var county = "370832";
        order(county, "ZJJ")
                .dispatched(at("2017-02-10T09:00:00+08:00"))
                .returnRequested(at("2017-02-10T10:00:00+08:00"))
                .returnAccepted(at("2017-02-10T11:00:00+08:00"))
                .dispatchedTo("SLJ", at("2017-02-10T12:00:00+08:00"));
        allIsSeen();

        var bulletin = issue(county, "2017-02");

        assertThat(tally(bulletin, "figures.", "return-rate")).isEqualTo(new Tally(1, 1));
        assertThat(bulletin.getInt("figures.find { it.code == 'dispatched' }.value"))
                .isEqualTo(1);
        assertThat(tally(bulletin, "departments.find { it.department == 'ZJJ' }.figures.", "return-rate"))
                .isEqualTo(new Tally(1, 1));
        assertThat(tally(bulletin, "departments.find { it.department == 'SLJ' }.figures.", "return-rate"))
                .isEqualTo(new Tally(0, 1));
    }

    @Test
    void aClockCountsOnceInTheMonthInWhichItFirstFellDueWhereverPausesMovedIt() {
        var county = "370833";
        // 48 hours are over on the 31st of March; a day under review moves that into April.
        order(county, "ZJJ")
                .dispatched(at("2017-03-29T12:00:00+08:00"))
                .signed(at("2017-03-29T12:10:00+08:00"))
                .replied(at("2017-03-31T11:00:00+08:00"))
                .replySentBack(at("2017-04-01T11:00:00+08:00"))
                .replied(at("2017-04-01T11:30:00+08:00"))
                .replyAccepted(at("2017-04-01T12:00:00+08:00"));
        // Void: the department was not the right one.
        order(county, "ZJJ")
                .dispatched(at("2017-03-29T12:00:00+08:00"))
                .returnRequested(at("2017-03-29T12:10:00+08:00"))
                .returnAccepted(at("2017-03-29T13:00:00+08:00"));
        allIsSeen();

        assertThat(rate(county, "2017-03", "reply-on-time-rate")).isEqualTo(new Tally(1, 1));
        assertThat(rate(county, "2017-04", "reply-on-time-rate")).isEqualTo(new Tally(0, 0));
        assertThat(rate(county, "2017-03", "sign-on-time-rate")).isEqualTo(new Tally(1, 1));
        People.supervisorOf(county)
                .get("/api/figures/reply-on-time-rate/rows?from=2017-03&to=2017-03")
                .then()
                .body("items[0].at", equalTo("2017-03-31T12:00:00+08:00"))
                .body("items[0].dueAt", equalTo("2017-04-01T12:00:00+08:00"));
    }

    @Test
    void reworkIsTheFollowUpsThatSaidNotSolvedOfThoseThatSaid() {
        var county = "370834";
        var march = at("2017-03-10T09:00:00+08:00");
        order(county, "ZJJ")
                .dispatched(march)
                .replied(march.plusSeconds(60))
                .reworked(Answer.NO, at("2017-04-05T09:00:00+08:00"))
                .replied(at("2017-04-06T09:00:00+08:00"))
                .closed(Answer.YES, Answer.NO, at("2017-04-07T09:00:00+08:00"));
        order(county, "ZJJ")
                .dispatched(march)
                .replied(march.plusSeconds(60))
                .closed(Answer.NO_ANSWER, Answer.NO_ANSWER, at("2017-04-08T09:00:00+08:00"));
        allIsSeen();

        assertThat(rate(county, "2017-03", "rework-rate")).isEqualTo(new Tally(0, 0));
        assertThat(rate(county, "2017-04", "rework-rate")).isEqualTo(new Tally(1, 2));
        assertThat(rate(county, "2017-04", "solved-rate")).isEqualTo(new Tally(1, 2));
        assertThat(rate(county, "2017-04", "satisfied-rate")).isEqualTo(new Tally(0, 2));
        assertThat(rate(county, "2017-04", "answer-rate")).isEqualTo(new Tally(2, 3));
    }

    @Test
    void timesToSignReplyAndCloseAreOfWhatWasDoneInThePeriodNaturalAndOnDuty() {
        var county = "370835";
        workingYear(county);
        order(county, "ZJJ")
                .dispatched(at("2016-03-07T09:00:00+08:00"))
                .signed(at("2016-03-07T09:30:00+08:00"))
                .replied(at("2016-03-07T16:00:00+08:00"))
                .replyAccepted(at("2016-03-07T17:00:00+08:00"))
                .closed(Answer.YES, Answer.YES, at("2016-03-08T10:00:00+08:00"));
        // Over a weekend; its reply is not accepted.
        order(county, "ZJJ")
                .dispatched(at("2016-03-04T17:00:00+08:00"))
                .signed(at("2016-03-07T09:00:00+08:00"))
                .replied(at("2016-03-07T10:00:00+08:00"));
        // Void, and not closed.
        order(county, "ZJJ")
                .dispatched(at("2016-03-07T09:00:00+08:00"))
                .returnRequested(at("2016-03-07T11:00:00+08:00"))
                .returnAccepted(at("2016-03-07T12:00:00+08:00"));
        order(county, "ZJJ")
                .dispatched(at("2016-03-07T09:00:00+08:00"))
                .reworked(Answer.NO, at("2016-03-09T09:00:00+08:00"));
        // What stops is no department's doing.
        order(county, "ZJJ").dispatched(at("2016-03-07T09:00:00+08:00")).withdrawn(at("2016-03-07T09:01:00+08:00"));
        allIsSeen();

        assertThat(times(county))
                .containsExactly(
                        "time-to-sign 2 1935 3459 45 57",
                        "time-to-reply 1 420 420 300 300",
                        "time-to-close 1 1500 1500 480 480");
    }

    @Test
    void whereAYearHasNoCalendarWorkingTimeIsNotGuessed() {
        var county = "370836";
        order(county, "ZJJ").dispatched(at("2016-03-07T09:00:00+08:00")).signed(at("2016-03-07T09:30:00+08:00"));
        allIsSeen();

        assertThat(times(county))
                .containsExactly(
                        "time-to-sign 1 30 30 null null",
                        "time-to-reply 0 null null null null",
                        "time-to-close 0 null null null null");
    }

    @Test
    void aDeadLetterAboutAnOrderOfAnotherCountyKeepsNoBulletinBack() {
        var order = order("370842", "ZJJ").dispatched(at("2017-05-10T09:00:00+08:00"));
        allIsSeen();
        eventTime.run(
                """
                insert into dead_letter (id, consumer_group, topic, partition, position, key, reason, happened_at)
                values (gen_random_uuid(), 'escalation.work-orders', 'routing.work-orders', 0, -2, '%s', 'a test',
                        '2017-05-11T00:00:00Z')"""
                        .formatted(order.id));

        assertThat(issue("370843", "2017-05").getString("division")).isEqualTo("370843");
        post("370842", "2017-05").then().statusCode(409).body("code", equalTo("bulletin.dead-letters-open"));

        eventTime.run("update dead_letter set replayed_at = now() where position = -2");
        issue("370842", "2017-05");
    }

    private void workingYear(String county) {
        eventTime.run(
                "insert into calendar_year (year, loaded_at, division) values (2016, now(), '%s')".formatted(county));
        eventTime.run(
                "insert into calendar_day (date, kind, festival, division) values ('2016-02-08', 'HOLIDAY', '春节', '%s')"
                        .formatted(county));
    }

    /** Code, count, then median and p90 in minutes, natural and working. */
    private static List<String> times(String county) {
        return People.supervisorOf(county)
                .get("/api/figures/times?from=2016-03&to=2016-03")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList(
                        "times.collect { it.code + ' ' + it.count + ' ' + it.natural?.medianMinutes + ' ' + it.natural?.p90Minutes"
                                + " + ' ' + it.working?.medianMinutes + ' ' + it.working?.p90Minutes }");
    }

    private static Story order(String county, String department) {
        return Story.imported("GS02", department, county + "101001001");
    }

    private void allIsSeen() {
        eventTime.passUntil(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static JsonPath issue(String county, String month) {
        return post(county, month).then().statusCode(201).extract().jsonPath();
    }

    private static Response post(String county, String month) {
        return People.supervisorOf(county)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"month\": \"%s\"}".formatted(month))
                .post("/api/bulletins");
    }

    private static JsonPath figures(String county, String month) {
        return People.supervisorOf(county)
                .get("/api/figures?from=%s&to=%s".formatted(month, month))
                .jsonPath();
    }

    private static Tally rate(String county, String month, String code) {
        return tally(figures(county, month), "figures.", code);
    }

    private static int count(String county, String month, String code) {
        return figures(county, month).getInt("figures.find { it.code == '%s' }.value".formatted(code));
    }

    private static Tally tally(JsonPath answer, String where, String code) {
        var figure = where + "find { it.code == '%s' }.".formatted(code);
        return new Tally(answer.getLong(figure + "numerator"), answer.getLong(figure + "denominator"));
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
