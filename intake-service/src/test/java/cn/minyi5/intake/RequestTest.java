package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.resolved;
import static cn.minyi5.intake.Submissions.visit;
import static cn.minyi5.intake.Submissions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class RequestTest {

    private static final String WORDS = "群众001说水管破裂，电话13800005678";
    private final UUID id = UUID.randomUUID();
    private final RoutingVoice routing = new RoutingVoice(id);
    private County.Team team;

    @BeforeEach
    void aForwardedRequest() {
        team = County.team();
        team.submit(visit(team.grid(), forwarded(id, County.WATER, WORDS)));
    }

    @Test
    void whoTookItReadsItInFull() {
        as(team.secretary())
                .get("/api/requests/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("FORWARDED"))
                .body("text", equalTo(WORDS))
                .body("contact.masked", equalTo(false))
                .body("contact.name", equalTo("群众001"))
                .body("contact.phone", equalTo("13800005678"))
                .body("contact.address", equalTo("村东头"));
    }

    @Test
    void herAddressIsStruckFromWhatEverybodyElseReads() {
        var other = UUID.randomUUID();
        team.submit(visit(team.grid(), forwarded(other, County.WATER, "村 东头水管破裂")));

        as(team.secretary()).get("/api/requests/{id}", other).then().body("text", equalTo("村 东头水管破裂"));
        as(County.dispatcher()).get("/api/requests/{id}", other).then().body("text", equalTo("***水管破裂"));
    }

    @Test
    void herTeamMatesAndLeaderReadItMaskedAndAskForTheContactWithAReason() {
        for (var mate : List.of(team.mate(), team.leader())) {
            as(mate).get("/api/requests/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("text", equalTo("群**说水管破裂，电话***"))
                    .body("contact.masked", equalTo(true))
                    .body("contact.phone", equalTo("138****5678"));
            disclose(mate, id, "替同事回访").statusCode(200).body("phone", equalTo("13800005678"));
        }
    }

    @Test
    void everybodyElseReadsItMasked() {
        as(County.dispatcher())
                .get("/api/requests/{id}", id)
                .then()
                .statusCode(200)
                .body("text", equalTo("群**说水管破裂，电话***"))
                .body("contact.masked", equalTo(true))
                .body("contact.name", equalTo("群**"))
                .body("contact.phone", equalTo("138****5678"))
                .body("contact.address", equalTo(null));
    }

    @Test
    void whatOneMayNotSeeIsNotThere() {
        assertUnknown(County.team().secretary());
        assertUnknown(County.clerk("JX01"));
        assertUnknown(Tokens.of("supervisor-elsewhere").role("supervisor").division("370829"));
        as(County.administrator()).get("/api/requests/{id}", id).then().statusCode(403);
        as(team.secretary()).get("/api/requests/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void theLeadsClerkReadsItInFullItsHeadAndWhoAssistsMaskedAndTheOneBeforeNoLonger() {
        routing.opens(team).dispatches("JX01", List.of("JX07"), 1);
        routing.awaitState(team, "IN_HAND");
        as(County.clerk("JX01"))
                .get("/api/requests/{id}", id)
                .then()
                .statusCode(200)
                .body("contact.masked", equalTo(false))
                .body("contact.phone", equalTo("13800005678"))
                .body("workOrder.holder", equalTo("JX01"));
        for (var other : List.of(County.head("JX01"), County.clerk("JX07"))) {
            as(other)
                    .get("/api/requests/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("contact.masked", equalTo(true))
                    .body("contact.phone", equalTo("138****5678"));
        }
        disclose(County.clerk("JX07"), id, "一同上门查看").statusCode(200).body("phone", equalTo("13800005678"));

        routing.acceptsReturn("JX01");
        routing.awaitState(team, "FORWARDED");
        assertUnknown(County.clerk("JX01"));
        assertUnknown(County.clerk("JX07"));
    }

    @Test
    void aComplaintAboutOfficialsIsForTheSupervisionOfficeOfTheCountyAlone() {
        var complaint = UUID.randomUUID();
        team.submit(visit(team.grid(), forwarded(complaint, County.ABOUT_OFFICIALS, "对工作人员的意见")));

        var town = Tokens.of("town").role("supervisor").division("370828101");
        for (var other : List.of(team.mate(), team.leader(), County.dispatcher(), town, County.clerk("JX01"))) {
            as(other).get("/api/requests/{id}", complaint).then().statusCode(404);
            disclose(other, complaint, "核实情况").statusCode(404);
        }
        as(team.secretary()).get("/api/requests/{id}", complaint).then().statusCode(200);
        as(County.supervisor())
                .get("/api/requests/{id}", complaint)
                .then()
                .statusCode(200)
                .body("contact.masked", equalTo(true));
        disclose(County.supervisor(), complaint, "核实情况").statusCode(200);
    }

    @Test
    void aComplaintAboutTheSupervisionOfficeIsForWhoTookItAndTheBodyThatTheInstallationNamesAlone() {
        var complaint = UUID.randomUUID();
        var visitId = UUID.randomUUID();
        team.submit(visit(visitId, team.grid(), List.of(Submissions.aboutTheOffice(complaint))));
        var body = Tokens.of("inspector").role("supervisor").division("370828").department("JWJW");
        var elsewhere =
                Tokens.of("inspector-2").role("supervisor").division("370829").department("JWJW");

        for (var other : List.of(
                County.supervisor(),
                team.mate(),
                team.leader(),
                County.dispatcher(),
                County.clerk("JWJW"),
                elsewhere)) {
            as(other).get("/api/requests/{id}", complaint).then().statusCode(404);
            disclose(other, complaint, "核实情况").statusCode(404);
        }
        as(County.supervisor()).get("/api/visits/{id}", visitId).then().body("requests.size()", equalTo(0));
        as(County.supervisor())
                .get("/api/referred-requests")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        as(team.secretary()).get("/api/requests/{id}", complaint).then().body("state", equalTo("REFERRED"));
        as(body).get("/api/requests/{id}", complaint).then().statusCode(200).body("contact.masked", equalTo(true));
        as(body).get("/api/referred-requests?limit=200").then().body("items.requestId", hasItem(complaint.toString()));
        disclose(body, complaint, "核实情况").statusCode(200);
    }

    @Test
    void ofAComplaintAboutTheSupervisionOfficeNothingIsToldButItsCountyAndItsMonth() {
        var complaint = UUID.randomUUID();
        team.submit(visit(team.grid(), Submissions.aboutTheOffice(complaint)));

        await().atMost(Duration.ofSeconds(20)).until(() -> !Events.of(RequestEvent.Referred.class, complaint.toString())
                .isEmpty());
        assertThat(Events.of(RequestEvent.Referred.class, complaint.toString()))
                .singleElement()
                .satisfies(told -> assertThat(told.event())
                        .isEqualTo(new RequestEvent.Referred(complaint, "370828", "2021-10", "ZX02", "JWJW")));
        assertThat(Events.of(RequestEvent.Forwarded.class, complaint.toString()))
                .isEmpty();
    }

    @Test
    void aVisitShowsComplaintsAboutOfficialsToWhoTookThemAndTheSupervisionOfficeOfTheCountyAlone() {
        var visitId = UUID.randomUUID();
        var complaint = forwarded(UUID.randomUUID(), County.ABOUT_OFFICIALS, "对工作人员的意见");
        team.submit(visit(visitId, team.grid(), List.of(resolved(), complaint)));

        var town = Tokens.of("town").role("supervisor").division("370828101");
        for (var other : List.of(team.mate(), team.leader(), County.dispatcher(), town)) {
            as(other).get("/api/visits/{id}", visitId).then().body("requests.size()", equalTo(1));
        }
        for (var meant : List.of(team.secretary(), County.supervisor())) {
            as(meant).get("/api/visits/{id}", visitId).then().body("requests.size()", equalTo(2));
        }
    }

    @Test
    void noCountOfATeamOrATownshipHasAComplaintAboutOfficialsInIt() {
        var county = collected(County.supervisor());
        var town = collected(Tokens.of("town").role("supervisor").division("370828101"));
        var own = collected(team.secretary());
        var visitId = UUID.randomUUID();
        team.submit(
                visit(visitId, team.grid(), List.of(forwarded(UUID.randomUUID(), County.ABOUT_OFFICIALS, "对工作人员的意见"))));

        assertThat(collected(County.supervisor())).isEqualTo(county + 1);
        assertThat(collected(Tokens.of("town").role("supervisor").division("370828101")))
                .isEqualTo(town);
        assertThat(collected(team.secretary())).isEqualTo(own);
        assertListed(team.mate(), visitId, 0);
        assertListed(team.secretary(), visitId, 1);
    }

    @Test
    void aContactIsDisclosedToTheHolderForAReasonThatIsLogged() {
        routing.opens(team).dispatches("JX01", 1);
        routing.awaitState(team, "IN_HAND");

        disclose(County.clerk("JX01"), id, "约群众001在村东头上门维修，机主13911112222")
                .statusCode(200)
                .body("name", equalTo("群众001"))
                .body("phone", equalTo("13800005678"))
                .body("address", equalTo("村东头"));

        assertThat(Tables.text(
                        "select username || '/' || department || '/' || reason from contact_disclosure where request_id = ?",
                        id))
                .isEqualTo("clerk-of-JX01/JX01/约群**在***上门维修，机主***");
    }

    @Test
    void aContactIsNotDisclosedWithoutAReasonNorToWhoDoesNotHoldTheOrder() {
        routing.opens(team).dispatches("JX01", 1);
        routing.awaitState(team, "IN_HAND");

        disclose(County.clerk("JX01"), id, " ").statusCode(400).body("code", equalTo("disclosure.reason-missing"));
        disclose(County.clerk("JX02"), id, "想看看是谁").statusCode(404).body("code", equalTo("request.unknown"));
        disclose(Tokens.of("elsewhere").role("dispatcher").division("370829"), id, "派单前核对")
                .statusCode(404);
        disclose(County.administrator(), id, "维护").statusCode(403);
        as(County.clerk("JX01"))
                .post("/api/requests/{id}/contact-disclosures", id)
                .then()
                .statusCode(400);

        assertThat(Tables.count("contact_disclosure where request_id = ?", id)).isZero();
    }

    @Test
    void nobodySeesMoreContactsInAnHourThanAPersonCanCallAlsoWhenAskingForManyAtOnce() {
        var disclosed = IntStream.range(0, 110)
                .parallel()
                .mapToObj(number -> disclose(team.mate(), id, "替同事回访").extract())
                .toList();

        assertThat(disclosed).filteredOn(answer -> answer.statusCode() == 200).hasSize(100);
        assertThat(disclosed)
                .filteredOn(answer -> answer.statusCode() == 429)
                .hasSize(10)
                .allSatisfy(answer -> assertThat(Integer.parseInt(answer.header("Retry-After")))
                        .isBetween(3_000, 3_600));
        assertThat(Tables.count("contact_disclosure where request_id = ?", id)).isEqualTo(100);
        disclose(team.leader(), id, "替同事回访").statusCode(200);
    }

    @Test
    void deskAndSupervisionOfThePlaceAskForAContactWithAReason() {
        disclose(County.dispatcher(), id, "核对诉求属地").statusCode(200);
        disclose(County.supervisor(), id, "督查回访").statusCode(200);

        assertThat(Tables.count("contact_disclosure where request_id = ?", id)).isEqualTo(2);
    }

    @Test
    void eachDisclosureIsLogged() {
        disclose(team.secretary(), id, "约定回访时间").statusCode(200);
        disclose(team.secretary(), id, "再次回访").statusCode(200);

        assertThat(Tables.count("contact_disclosure where request_id = ?", id)).isEqualTo(2);
    }

    @Test
    void theAnonymousHaveNoContact() {
        var anonymous = UUID.randomUUID();
        team.submit(visit(team.grid(), resolved(anonymous)));

        as(team.secretary())
                .get("/api/requests/{id}", anonymous)
                .then()
                .body("state", equalTo("RESOLVED_ON_SPOT"))
                .body("contact.anonymous", equalTo(true))
                .body("resolution.note", equalTo("当场讲清政策"));
        disclose(team.secretary(), anonymous, "约定回访时间").statusCode(404).body("code", equalTo("contact.unknown"));
    }

    @Test
    void whoseKeyIsDeletedIsForgotten() {
        Tables.change("delete from keys.data_key where id = ?", id);

        as(team.secretary())
                .get("/api/requests/{id}", id)
                .then()
                .statusCode(200)
                .body("text", equalTo("群**说水管破裂，电话***"))
                .body("contact.anonymous", equalTo(true))
                .body("contact.name", equalTo(null));
        disclose(team.secretary(), id, "约定回访时间").statusCode(404);
    }

    @Test
    void nothingAtRestLeadsToAPerson() {
        for (var table : List.of("request", "particulars", "keys.data_key", "visit", "idempotent_answer", "outbox")) {
            var rows = Tables.text("select coalesce(string_agg(t::text, ' '), '') from " + table + " t");
            assertThat(rows).as(table).doesNotContain("13800005678").doesNotContain("群众001");
        }
        assertThat(Tables.text("select encode(content, 'escape') from particulars where request_id = ?", id))
                .doesNotContain("13800005678");
    }

    @Test
    void requestsAreCountedByTheMonthOfTheirVisit() {
        team.submit(with(visit(team.grid(), resolved()), "startedAt", "2021-10-31T23:59:59+08:00"));
        team.submit(with(visit(team.grid(), resolved()), "startedAt", "2021-11-01T00:00:00+08:00"));

        assertCounts("2021-10", "2021-10", 2, 1, 1);
        assertCounts("2021-11", "2021-11", 1, 1, 0);
        assertCounts("2021-10", "2021-11", 3, 2, 1);
        assertCounts("2020-01", "2021-09", 0, 0, 0);
    }

    @Test
    void monthsThatAreNoneAreRefused() {
        for (var months : List.of(
                Map.of("from", "2021-10"),
                Map.of("from", "2021-13", "to", "2021-14"),
                Map.of("from", "October", "to", "2021-10"),
                Map.of("from", "2021-10", "to", "2021-09"))) {
            as(County.supervisor())
                    .queryParams(months)
                    .get("/api/request-counts")
                    .then()
                    .statusCode(400);
        }
        as(County.clerk("JX01"))
                .queryParams("from", "2021-10", "to", "2021-10")
                .get("/api/request-counts")
                .then()
                .statusCode(403);
    }

    @Test
    void aSupervisorsCountIsTheSumOfItsRows() {
        var counted = as(County.supervisor())
                .queryParams("from", "2000-01", "to", "2099-12")
                .get("/api/request-counts")
                .then()
                .statusCode(200)
                .extract();

        var recounted = Tables.count("request where grid_code like '370828%'");
        assertThat(counted.<Integer>path("collected").longValue()).isEqualTo(recounted);
        assertThat(counted.<Integer>path("resolvedOnSpot") + counted.<Integer>path("forwarded"))
                .isEqualTo(counted.<Integer>path("collected"));
    }

    private static int collected(Tokens reader) {
        return as(reader)
                .queryParams("from", "2021-10", "to", "2021-10")
                .get("/api/request-counts")
                .then()
                .statusCode(200)
                .extract()
                .path("collected");
    }

    private static void assertListed(Tokens reader, UUID visitId, int forwarded) {
        as(reader)
                .get("/api/me/visits")
                .then()
                .statusCode(200)
                .body("items.find { it.visitId == '" + visitId + "' }.forwarded", equalTo(forwarded));
    }

    private void assertCounts(String from, String to, int collected, int onSpot, int forwarded) {
        as(team.secretary())
                .queryParams("from", from, "to", to)
                .get("/api/request-counts")
                .then()
                .statusCode(200)
                .body("collected", equalTo(collected))
                .body("resolvedOnSpot", equalTo(onSpot))
                .body("forwarded", equalTo(forwarded));
    }

    private void assertUnknown(Tokens reader) {
        as(reader).get("/api/requests/{id}", id).then().statusCode(404).body("code", equalTo("request.unknown"));
    }

    private static ValidatableResponse disclose(Tokens reader, UUID requestId, String reason) {
        return as(reader)
                .body(Map.of("reason", reason))
                .post("/api/requests/{id}/contact-disclosures", requestId)
                .then();
    }
}
