package cn.minyi5.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class BulletinTest {

    @Inject
    EventTime eventTime;

    @BeforeEach
    void allIsSeen() {
        eventTime.passUntil(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void aBulletinFreezesItsFiguresWithAHashOverTheRows() {
        var fifth = Instant.parse("2018-03-05T01:00:00Z");
        var late = lateOrder(fifth);
        Story.imported("GS02", "ZJJ", Story.GRID)
                .dispatched(fifth)
                .signed(fifth.plusSeconds(60))
                .replied(fifth.plusSeconds(120))
                .closed(Answer.YES, Answer.YES, fifth.plusSeconds(180));
        allIsSeen();

        var bulletin = issue("2018-03").then().statusCode(201).extract().jsonPath();
        var before = People.supervisor()
                .get("/api/bulletins/" + bulletin.getString("id"))
                .asString();
        // What arrives later changes the live figures, and the bulletin not.
        lateOrder(fifth);
        allIsSeen();
        var after = People.supervisor()
                .get("/api/bulletins/" + bulletin.getString("id"))
                .asString();

        assertThat(after).isEqualTo(before);
        assertThat(bulletin.getString("figures.find { it.code == 'sign-on-time-rate' }.value"))
                .isEqualTo("0.5");
        assertThat(bulletin.getInt("departments[0].figures.find { it.code == 'sign-on-time-rate' }.denominator"))
                .isEqualTo(2);
        var rows = rows(bulletin);
        assertThat(rows).hasSize(bulletin.getInt("rows"));
        assertThat(ownRows(bulletin))
                .filteredOn(row -> row.figure().equals("sign-on-time-rate") && !row.counted())
                .extracting(BulletinEvent.Row::subject)
                .containsExactly(late.number + "/1");
        assertThat(sha256(rows)).isEqualTo(bulletin.getString("rowsSha256"));
    }

    @Test
    void itsRowsAreAnnouncedInPagesAndThenTheIssue() {
        var month = "2018-04";
        IntStream.range(0, 80)
                .forEach(i -> lateOrder(Instant.parse("2018-04-05T01:00:00Z").plusSeconds(i)));
        allIsSeen();

        var bulletin = issue(month).then().statusCode(201).extract().jsonPath();
        eventTime.settle();

        var id = bulletin.getString("id");
        var pages = Events.of(BulletinEvent.RowsFrozen.class, id);
        var issued = Events.of(BulletinEvent.Issued.class, id);
        var rows = pages.stream().flatMap(page -> page.event().rows().stream()).toList();
        assertThat(issued).singleElement().satisfies(heard -> {
            assertThat(heard.event().month()).isEqualTo(month);
            assertThat(heard.event().rows()).isEqualTo(rows.size());
            assertThat(heard.event().rowsSha256()).isEqualTo(sha256(rows));
            assertThat(heard.event().departments())
                    .singleElement()
                    .satisfies(department -> assertThat(department.department()).isEqualTo("ZJJ"));
        });
        assertThat(pages).extracting(page -> page.event().page()).isSorted().doesNotHaveDuplicates();
        assertThat(pages).allSatisfy(page -> assertThat(page.event().rows()).hasSizeLessThanOrEqualTo(500));
        var kinds = Events.everything("escalation.bulletins").stream()
                .filter(record -> id.equals(record.key()))
                .map(record -> new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .toList();
        assertThat(kinds).last().isEqualTo("bulletin.issued.v1");
        assertThat(kinds).hasSize(pages.size() + 1);
    }

    @Test
    void aMonthHasOneBulletinHoweverOftenAndByHowManyItIsIssued() {
        var key = UUID.randomUUID().toString();
        var first = issue("2018-05", key).then().statusCode(201).extract().asString();

        assertThat(issue("2018-05", key).then().statusCode(201).extract().asString())
                .isEqualTo(first);
        issue("2018-05").then().statusCode(409).body("code", equalTo("bulletin.already-issued"));
        issue("2018-06", key).then().statusCode(422);

        var together = Stream.of(1, 2, 3, 4)
                .parallel()
                .map(i -> issue("2018-07").statusCode())
                .collect(Collectors.toList());
        assertThat(together).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void bulletinsAreNumberedByTheYearOfTheirMonthWithARunningTotalBothWithoutGaps() {
        issue("2018-08");
        issue("2018-08");
        issue("2018-09");
        issue("2016-12");

        var page = People.supervisor().get("/api/bulletins?limit=200").jsonPath();
        for (var year : List.of(2016, 2018)) {
            assertCountedFromOne(page.getList("items.findAll { it.year == %d }.issue".formatted(year)));
        }
        assertCountedFromOne(page.getList("items.total"));
        var last = page.getMap("items.find { it.month == '2016-12' }");
        assertThat(last.get("number")).isEqualTo("通报 2016年第%s期（总第%s期）".formatted(last.get("issue"), last.get("total")));
        assertThat(page.getString("items[0].figures")).isNull();
    }

    private static void assertCountedFromOne(List<Integer> numbers) {
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void eachCountyHasBulletinsAndNumbersOfItsOwnAndReadsNoOthers() {
        var fifth = Instant.parse("2016-06-05T01:00:00Z");
        var elsewhere = "370829101201001";
        Story.imported("GS02", "ZJJ", Story.GRID).dispatched(fifth).signed(fifth.plusSeconds(60));
        Story.imported("GS02", "ZJJ", elsewhere).dispatched(fifth).signed(fifth.plusSeconds(60));
        Story.imported("GS02", "ZJJ", elsewhere).dispatched(fifth).signed(fifth.plusSeconds(60));
        allIsSeen();

        var ours = issue("2016-06").then().statusCode(201).extract().jsonPath();
        var neighbour = People.supervisorOf("370829");
        var theirs = post(
                        People.supervisorOf("370829"),
                        "2016-06",
                        UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .body("division", equalTo("370829"))
                .body("issue", equalTo(1))
                .body("total", equalTo(1))
                .extract()
                .jsonPath();

        var figure = "figures.find { it.code == 'return-rate' }.denominator";
        assertThat(ours.getInt(figure)).isEqualTo(1);
        assertThat(theirs.getInt(figure)).isEqualTo(2);
        assertThat(neighbour.get("/api/bulletins").jsonPath().getList("items.division"))
                .containsOnly("370829");
        People.supervisor()
                .get("/api/bulletins/" + theirs.getString("id"))
                .then()
                .statusCode(404);
        People.supervisor()
                .get("/api/bulletins/" + theirs.getString("id") + "/rows")
                .then()
                .statusCode(404);
        People.supervisorOf("370829101")
                .get("/api/bulletins/" + theirs.getString("id"))
                .then()
                .statusCode(200);
        People.supervisorOf("3708")
                .get("/api/bulletins/" + theirs.getString("id"))
                .then()
                .statusCode(200);
    }

    @Test
    void aMonthOfWhichADeadLetterIsOpenWaitsUntilItIsReplayed() {
        eventTime.run(
                """
                insert into dead_letter (id, consumer_group, topic, partition, position, reason, happened_at)
                values (gen_random_uuid(), 'escalation.requests', 'intake.requests', 0, -1, 'a test', '2016-07-31T15:59:59Z')""");

        issue("2016-07")
                .then()
                .statusCode(409)
                .body("code", equalTo("bulletin.dead-letters-open"))
                .body("details.open", equalTo(1));
        issue("2016-08").then().statusCode(201);

        eventTime.run("update dead_letter set replayed_at = now() where position = -1");
        issue("2016-07").then().statusCode(201);
    }

    @Test
    void aMonthThatIsNotOverIsNotFrozen() {
        var thisMonth = YearMonth.now(ZoneId.of("Asia/Shanghai"));

        issue(thisMonth.plusMonths(1).toString())
                .then()
                .statusCode(400)
                .body("code", equalTo("bulletin.month-not-begun"));
        issue(thisMonth.toString()).then().statusCode(409).body("code", equalTo("bulletin.month-not-over"));
        issue("September").then().statusCode(400).body("code", equalTo("month.malformed"));
        People.supervisor()
                .contentType(ContentType.JSON)
                .body("{\"month\": \"2018-10\"}")
                .post("/api/bulletins")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency.key-missing"));
    }

    @Test
    void aMonthThatIsOverWaitsUntilAllOfItHasBeenSeen() {
        eventTime.passUntil(Instant.parse("2018-11-15T00:00:00Z"));

        issue("2018-11").then().statusCode(409).body("code", equalTo("bulletin.month-not-all-seen"));

        eventTime.passUntil(Instant.parse("2018-11-30T16:00:00Z"));
        issue("2018-11").then().statusCode(201);
    }

    @Test
    void ofAConfidentialMatterOnlyThatItCountsIsFrozen() {
        var fifth = Instant.parse("2018-12-05T01:00:00Z");
        var complaint = new Story("ZX02", "DUCHA", Story.GRID, true, true)
                .dispatched(fifth)
                .signed(fifth.plusSeconds(10));
        allIsSeen();

        var bulletin = issue("2018-12").then().statusCode(201).extract().jsonPath();

        assertThat(bulletin.getList("departments")).isEmpty();
        assertThat(ownRows(bulletin)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.gridCode()).isNull();
            assertThat(row.department()).isNull();
            assertThat(row.categoryCode()).isNull();
            assertThat(row.subject()).isEqualTo("ZX02");
            assertThat(row.at()).isEqualTo("2018-12-01T00:00:00+08:00");
            assertThat(row.dueAt()).isNull();
            assertThat(row.stoppedAt()).isNull();
        });
        var live = People.supervisor()
                .get("/api/figures/sign-on-time-rate/rows?from=2018-12&to=2018-12")
                .then()
                .body("total", equalTo(1))
                .extract()
                .asString();
        assertThat(live)
                .doesNotContain(complaint.number)
                .doesNotContain(Story.GRID)
                .doesNotContain("DUCHA")
                .doesNotContain("2018-12-05");
    }

    @Test
    void aTownshipsOfficeIssuesNoneAndAHeadSeesTheRowsOfTheirDepartmentOnly() {
        lateOrder(Instant.parse("2018-01-05T01:00:00Z"));
        allIsSeen();
        var bulletin = issue("2018-01").then().statusCode(201).extract().jsonPath();
        var rows = "/api/bulletins/" + bulletin.getString("id") + "/rows";

        post(People.supervisorOf("370828101"), "2018-02", UUID.randomUUID().toString())
                .then()
                .statusCode(403)
                .body("code", equalTo("bulletin.county-only"));
        post(People.dispatcher(), "2018-02", UUID.randomUUID().toString())
                .then()
                .statusCode(403);
        People.headOf("ZJJ").get(rows).then().statusCode(200).body("total", equalTo(bulletin.getInt("rows")));
        People.headOf("SLJ").get(rows).then().body("total", equalTo(0)).body("next", nullValue());
        People.supervisor().get("/api/bulletins/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static Story lateOrder(Instant at) {
        return Story.imported("GS02", "ZJJ", Story.GRID)
                .dispatched(at)
                .signed(at.plus(Duration.ofHours(2)))
                .replied(at.plus(Duration.ofHours(3)));
    }

    private static Response issue(String month) {
        return issue(month, UUID.randomUUID().toString());
    }

    private static Response issue(String month, String key) {
        return post(People.supervisor(), month, key);
    }

    private static Response post(RequestSpecification as, String month, String key) {
        return as.contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"month\": \"%s\"}".formatted(month))
                .post("/api/bulletins");
    }

    /** Without the late arrivals of earlier months. */
    private static List<BulletinEvent.Row> ownRows(JsonPath bulletin) {
        return rows(bulletin).stream().filter(row -> row.late() == null).toList();
    }

    private static List<BulletinEvent.Row> rows(JsonPath bulletin) {
        var page = People.supervisor()
                .get("/api/bulletins/" + bulletin.getString("id") + "/rows?limit=500")
                .jsonPath();
        return IntStream.range(0, page.getList("items").size())
                .mapToObj(i -> page.setRootPath("items[%d]".formatted(i)))
                .map(row -> new BulletinEvent.Row(
                        row.getString("figure"),
                        row.getString("subject"),
                        row.getString("gridCode"),
                        row.getString("department"),
                        row.getString("categoryCode"),
                        OffsetDateTime.parse(row.getString("at")),
                        moment(row.getString("dueAt")),
                        moment(row.getString("stoppedAt")),
                        row.getBoolean("counted"),
                        row.getString("late") == null ? null : BulletinEvent.Late.valueOf(row.getString("late"))))
                .toList();
    }

    private static @Nullable OffsetDateTime moment(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text);
    }

    /** Taken again from the rows as a reader has them. */
    private static String sha256(List<BulletinEvent.Row> rows) {
        var lines = rows.stream()
                .map(row -> String.join(
                        "\t",
                        row.figure(),
                        row.subject(),
                        orEmpty(row.gridCode()),
                        orEmpty(row.department()),
                        orEmpty(row.categoryCode()),
                        utc(row.at()),
                        utc(row.dueAt()),
                        utc(row.stoppedAt()),
                        row.counted() + (row.late() == null ? "" : "\t" + row.late())))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String utc(@Nullable OffsetDateTime moment) {
        return moment == null ? "" : moment.toInstant().toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
