package cn.minyi5.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.minyi5.contracts.RequestEvent.ResolvedOnSpot;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Figures and papers (DOMAIN §6): what becomes known after a month was frozen, in counties of which nothing else is told. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class LateArrivalsTest {

    @Inject
    EventTime eventTime;

    @Test
    void whatBecomesKnownLaterStandsBesideTheFrozenFigureAndInTheNextBulletin() {
        var county = "370835";
        var life = new Life(county);
        life.asHeardInTime();
        var may = issue(county, "2015-05");
        life.asHeardLate();

        assertThat(bulletin(county, may)).isEqualTo(may.getMap("$"));
        compared(county, may)
                .body("items.find { it.asIssued.code == 'collected' }.asIssued.value", equalTo(1))
                .body("items.find { it.asIssued.code == 'collected' }.knownNow.value", equalTo(3))
                .body("items.find { it.asIssued.code == 'collected' }.trend", equalTo("UP"))
                .body("items.find { it.asIssued.code == 'sign-on-time-rate' }.trend", equalTo("SAME"))
                .body("items.find { it.asIssued.code == 'reply-on-time-rate' }.asIssued.numerator", equalTo(1))
                .body("items.find { it.asIssued.code == 'reply-on-time-rate' }.knownNow.numerator", equalTo(0))
                .body("items.find { it.asIssued.code == 'reply-on-time-rate' }.trend", equalTo("DOWN"))
                .body("items.find { it.asIssued.code == 'solved-rate' }.trend", nullValue());

        // Listed once, by the next bulletin, whose own figures they leave alone.
        var june = issue(county, "2015-06");
        assertThat(june.getInt("figures.find { it.code == 'collected' }.value")).isZero();
        var listed = late(county, june);
        assertThat(listed)
                .filteredOn(row -> row.get("figure").equals("collected"))
                .extracting(row -> row.get("late") + " " + row.get("subject"))
                .containsExactlyInAnyOrder("ADDED ZX02", "ADDED " + life.lateRequest);
        assertThat(listed)
                .allSatisfy(row -> assertThat(row.get("at").toString()).startsWith("2015-05"));
        assertThat(late(county, issue(county, "2015-07"))).isEmpty();

        // What was frozen with what was listed since is what is known now, figure by figure.
        assertThat(tallied(rows(county, may), listed)).isEqualTo(tallied(known(county), List.of()));
    }

    @Test
    void aCountyThatHeardEverythingInTimeIssuesWhatAnotherKnowsNow() {
        var late = new Life("370836");
        late.asHeardInTime();
        var may = issue("370836", "2015-05");
        late.asHeardLate();
        var inTime = new Life("370837");
        inTime.asHeardInTime();
        inTime.asHeardLate();

        var issued = issue("370837", "2015-05");

        assertThat(compared("370836", may).extract().jsonPath().getList("items.knownNow"))
                .isEqualTo(compared("370837", issued).extract().jsonPath().getList("items.asIssued"));
    }

    @Test
    void ofAComplaintAboutOfficialsThatComesLateNothingLeadsBack() {
        var county = "370838";
        issue(county, "2015-05");
        request(county, "ZX02", at("2015-05-15T10:11:12+08:00"));
        allIsSeen();

        assertThat(late(county, issue(county, "2015-06"))).hasSize(3).allSatisfy(row -> {
            assertThat(row.get("subject")).isEqualTo("ZX02");
            assertThat(row.get("gridCode")).isNull();
            assertThat(row.get("categoryCode")).isNull();
            assertThat(row.get("at")).isEqualTo("2015-05-01T00:00:00+08:00");
        });
    }

    @Test
    void anOverdueClockThatStopsAtLastIsNoLateArrival() {
        var county = "370839";
        var order = order(county).dispatched(at("2015-05-05T10:00:00+08:00"));
        allIsSeen();
        issue(county, "2015-05");
        order.signed(at("2015-06-05T10:00:00+08:00"));
        allIsSeen();

        assertThat(late(county, issue(county, "2015-06"))).isEmpty();
    }

    /** May of a county. */
    private final class Life {

        private final String county;
        private final Story sentBack;
        private final Story returned;
        private final Story unheardOf;
        private UUID lateRequest;

        Life(String county) {
            this.county = county;
            sentBack = order(county);
            returned = order(county);
            unheardOf = order(county);
        }

        void asHeardInTime() {
            request(county, "GS02", at("2015-05-05T09:00:00+08:00"));
            sentBack.dispatched(at("2015-05-05T10:00:00+08:00"))
                    .signed(at("2015-05-05T10:30:00+08:00"))
                    .replied(at("2015-05-06T10:00:00+08:00"));
            returned.dispatched(at("2015-05-25T10:00:00+08:00")).returnRequested(at("2015-05-25T10:20:00+08:00"));
            allIsSeen();
        }

        void asHeardLate() {
            // From phones that were off.
            lateRequest = request(county, "GS02", at("2015-05-31T23:59:59+08:00"));
            request(county, "ZX02", at("2015-05-15T10:00:00+08:00"));
            unheardOf.dispatched(at("2015-05-20T10:00:00+08:00")).signed(at("2015-05-20T10:10:00+08:00"));
            // Did not count after all.
            sentBack.replySentBack(at("2015-06-02T10:00:00+08:00"));
            returned.returnAccepted(at("2015-06-03T10:00:00+08:00"));
            allIsSeen();
        }
    }

    private static Story order(String county) {
        return Story.imported("GS02", "ZJJ", county + "101001001");
    }

    private UUID request(String county, String category, Instant visitedAt) {
        var id = UUID.randomUUID();
        Events.send(
                new ResolvedOnSpot(
                        id,
                        UUID.randomUUID(),
                        county + "101001001",
                        category,
                        OffsetDateTime.parse(visitedAt.toString()),
                        true),
                visitedAt);
        return id;
    }

    private void allIsSeen() {
        eventTime.passUntil(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static JsonPath issue(String county, String month) {
        return People.supervisorOf(county)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"month\": \"%s\"}".formatted(month))
                .post("/api/bulletins")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> bulletin(String county, JsonPath issued) {
        return People.supervisorOf(county)
                .get("/api/bulletins/" + issued.getString("id"))
                .jsonPath()
                .getMap("$");
    }

    private static ValidatableResponse compared(String county, JsonPath issued) {
        return People.supervisorOf(county)
                .get("/api/bulletins/" + issued.getString("id") + "/figures")
                .then()
                .statusCode(200);
    }

    private static List<Map<String, Object>> rows(String county, JsonPath issued) {
        return People.supervisorOf(county)
                .get("/api/bulletins/" + issued.getString("id") + "/rows?limit=500")
                .jsonPath()
                .getList("items");
    }

    private static List<Map<String, Object>> late(String county, JsonPath issued) {
        return rows(county, issued).stream()
                .filter(row -> row.get("late") != null)
                .toList();
    }

    /** The rows behind every figure of May as they now are. */
    private static List<Map<String, Object>> known(String county) {
        return Stream.of(FigureCode.values())
                .filter(code -> code != FigureCode.RETURN_RATE)
                .flatMap(code -> People.supervisorOf(county)
                        .get("/api/figures/" + code.code() + "/rows?from=2015-05&to=2015-05&limit=500")
                        .jsonPath()
                        .<Map<String, Object>>getList("items")
                        .stream())
                .toList();
    }

    /** By figure: how many are counted, of how many. */
    private static Map<String, Tally> tallied(List<Map<String, Object>> rows, List<Map<String, Object>> changes) {
        var tallies = new HashMap<String, Tally>();
        Stream.concat(rows.stream(), changes.stream()).forEach(row -> {
            var sign = "REMOVED".equals(row.get("late")) ? -1 : 1;
            var one = new Tally((boolean) row.get("counted") ? sign : 0, sign);
            tallies.merge(
                    row.get("figure").toString(),
                    one,
                    (a, b) -> new Tally(a.counted() + b.counted(), a.all() + b.all()));
        });
        return tallies;
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
