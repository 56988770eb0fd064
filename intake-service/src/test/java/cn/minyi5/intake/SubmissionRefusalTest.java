package cn.minyi5.intake;

import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.resolved;
import static cn.minyi5.intake.Submissions.visit;
import static cn.minyi5.intake.Submissions.with;
import static cn.minyi5.intake.Submissions.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class SubmissionRefusalTest {

    private County.Team team;
    private final UUID visitId = UUID.randomUUID();

    @BeforeEach
    void aTeam() {
        team = County.team();
    }

    @Test
    void anotherTeamsGridIsRefused() {
        assertRefused(
                400,
                "visit.grid-not-of-team",
                "gridCode",
                with(valid(), "gridCode", County.team().grid()));
    }

    @Test
    void aGridThatNobodyKnowsIsRefused() {
        assertRefused(400, "visit.grid-not-of-team", "gridCode", with(valid(), "gridCode", "370828101201999"));
    }

    @Test
    void aGridOfAnotherJurisdictionIsNotThere() {
        assertRefused(404, "grid.unknown", null, with(valid(), "gridCode", "370829101201001"));
    }

    @Test
    void aGridCodeThatIsNoneIsRefused() {
        assertRefused(400, "grid.code-malformed", "gridCode", with(valid(), "gridCode", "370828"));
    }

    @Test
    void aVisitOfTheFutureIsRefused() {
        var tomorrow = OffsetDateTime.now().plusDays(1).toString();
        assertRefused(400, "visit.time-in-future", "startedAt", with(valid(), "startedAt", tomorrow));
    }

    @Test
    void aVisitOfLongAgoIsBroughtAlongByAnImportAndNotSubmitted() {
        var longAgo = OffsetDateTime.now().minusDays(3651).toString();
        assertRefused(400, "visit.too-long-ago", "startedAt", with(valid(), "startedAt", longAgo));
    }

    @ParameterizedTest
    @CsvSource({
        "+999999999-12-31T23:59:59+08:00, visit.time-in-future",
        "1999-12-31T00:00:00+08:00, visit.time-too-early",
        "-9999-01-01T00:00:00+08:00, visit.time-too-early"
    })
    void aTimeThatCannotBeIsRefused(String startedAt, String code) {
        assertRefused(400, code, "startedAt", with(valid(), "startedAt", startedAt));
    }

    @Test
    void anUnknownCategoryIsRefusedWhereItStands() {
        var visit = with(valid(), "requests", List.of(resolved(), with(resolved(), "categoryCode", "XX99")));
        assertRefused(400, "request.category-unknown", "requests[1].categoryCode", visit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop table visit; --", "GS02GS02GS02GS02GS02GS02"})
    void whatCannotBeACategoryIsAnUnknownOne(String code) {
        assertRefused(
                400,
                "request.category-unknown",
                "requests[0].categoryCode",
                withRequest(with(resolved(), "categoryCode", code)));
    }

    @Test
    void aCategoryWithControlCharactersIsRefusedWhereItStands() {
        assertRefused(
                400,
                "text.control-character",
                "requests[0].categoryCode",
                withRequest(with(resolved(), "categoryCode", "\u0000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void aRequestWithoutWordsIsRefused(String text) {
        assertRefused(400, "request.text-missing", "requests[0].text", withRequest(with(resolved(), "text", text)));
    }

    @Test
    void aTextOverTheLimitIsRefusedAndOneAtTheLimitIsNot() {
        assertRefused(
                400,
                "request.text-too-long",
                "requests[0].text",
                withRequest(with(resolved(), "text", "𠮷".repeat(2001))));

        team.submit(withRequest(with(resolved(), "text", "𠮷".repeat(2000))));
    }

    @Test
    void aTextWithControlCharactersIsRefused() {
        assertRefused(
                400, "text.control-character", "requests[0].text", withRequest(with(resolved(), "text", "路灯\u0000不亮")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1380000567", "138000056789", "abcdefghijk", "23800005678"})
    void aPhoneThatIsNoneIsRefusedAndNotRepeated(String phone) {
        var refused = assertRefused(
                400,
                "contact.phone-malformed",
                "requests[0].contact.phone",
                withRequest(with(resolved(), "contact", Map.of("name", "群众001", "phone", phone))));
        refused.body(not(containsString(phone)));
    }

    @Test
    void aContactWithoutNameAndPhoneIsRefused() {
        assertRefused(
                400,
                "contact.empty",
                "requests[0].contact",
                withRequest(with(resolved(), "contact", Map.of("address", "村东头"))));
    }

    @Test
    void aResolutionWithoutANoteIsRefused() {
        assertRefused(
                400,
                "resolution.note-missing",
                "requests[0].resolution.note",
                withRequest(with(resolved(), "resolution", Map.of("note", " "))));
    }

    @Test
    void oneIdForTwoRequestsIsRefused() {
        var id = UUID.randomUUID();
        var visit = with(valid(), "requests", List.of(resolved(id), forwarded(id)));
        assertRefused(400, "request.id-twice", "requests[1].requestId", visit);
    }

    @Test
    void moreThanTwoHundredRequestsAreRefusedAndTwoHundredAreNot() {
        assertRefused(400, "visit.too-many-requests", "requests", with(valid(), "requests", resolvedTimes(201)));

        team.submit(with(valid(), "requests", resolvedTimes(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitId", "gridCode", "form", "startedAt"})
    void aMissingFieldIsNamed(String field) {
        var id = UUID.randomUUID().toString();
        team.submit(id, without(valid(), field))
                .then()
                .statusCode(400)
                .body("code", equalTo("input.missing"))
                .body("field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requestId", "categoryCode"})
    void aMissingFieldOfARequestIsNamedWhereItIs(String field) {
        assertRefused(400, "input.missing", "requests[0]." + field, withRequest(without(resolved(), field)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"visitId\":\"no uuid\"}",
                "{\"form\":\"FLYING\"}",
                "{\"startedAt\":\"yesterday\"}",
                "{\"unheardOf\":1}",
                "{\"requests\":{}}",
                "[]",
                "{"
            })
    void aBodyThatIsNoVisitIsRefused(String body) {
        County.as(team.secretary())
                .header("Idempotency-Key", "unreadable")
                .body(body)
                .post("/api/visits")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("input.unreadable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", ""})
    void anEmptyBodyIsRefused(String body) {
        County.as(team.secretary())
                .header("Idempotency-Key", "empty")
                .body(body)
                .post("/api/visits")
                .then()
                .statusCode(400)
                .body("code", equalTo("input.missing"));
    }

    @Test
    void aNullAmongTheRequestsIsRefused() {
        County.as(team.secretary())
                .header("Idempotency-Key", "null-request")
                .body(
                        """
                        {"visitId":"%s","gridCode":"%s","form":"FIELD","startedAt":"2021-10-05T09:00:00+08:00",
                         "requests":[null]}"""
                                .formatted(visitId, team.grid()))
                .post("/api/visits")
                .then()
                .statusCode(400)
                .body("code", equalTo("input.missing"))
                .body("field", equalTo("requests[0]"));
    }

    @Test
    void aSubmissionNeedsAKey() {
        County.as(team.secretary())
                .body(valid())
                .post("/api/visits")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency.key-missing"));
        team.submit("k".repeat(201), valid()).then().statusCode(400).body("code", equalTo("idempotency.key-too-long"));
    }

    @Test
    void aRefusedSubmissionMayBePutRightUnderTheSameKey() {
        team.submit("again-" + visitId, with(valid(), "gridCode", "370828101201999"))
                .then()
                .statusCode(400);

        team.submit("again-" + visitId, valid()).then().statusCode(201);
    }

    @Test
    void whoIsNobodyOrTheWrongOneIsSentAway() {
        RestAssured.given()
                .contentType("application/json")
                .body(valid())
                .post("/api/visits")
                .then()
                .statusCode(401)
                .body("code", equalTo("actor.unknown"));
        County.as(team.secretary().expired())
                .body(valid())
                .post("/api/visits")
                .then()
                .statusCode(401);
        County.as(County.clerk("JX01"))
                .header("Idempotency-Key", "clerk")
                .body(valid())
                .post("/api/visits")
                .then()
                .statusCode(403)
                .body("code", equalTo("actor.wrong-role"));
        County.as(Tokens.of("without-team").role("secretary").division(County.JINXIANG))
                .header("Idempotency-Key", "without-team")
                .body(valid())
                .post("/api/visits")
                .then()
                .statusCode(403)
                .body("code", equalTo("actor.without-team"));
    }

    @Test
    void aRefusalSpeaksTheReadersLanguage() {
        var visit = with(valid(), "gridCode", "370828101201999");
        team.submit("zh", visit).then().body("detail", containsString("不由您的服务队负责"));
        County.as(team.secretary())
                .header("Accept-Language", "en")
                .header("Idempotency-Key", "en")
                .body(visit)
                .post("/api/visits")
                .then()
                .body("detail", containsString("is not your team's"));
    }

    @Test
    void aVisitOfAnotherTeamOrJurisdictionIsNotThere() {
        team.submit(valid());

        County.as(County.team().secretary())
                .get("/api/visits/{id}", visitId)
                .then()
                .statusCode(404)
                .body("code", equalTo("visit.unknown"));
        County.as(Tokens.of("supervisor-elsewhere").role("supervisor").division("370829"))
                .get("/api/visits/{id}", visitId)
                .then()
                .statusCode(404);
        County.as(County.dispatcher()).get("/api/visits/{id}", visitId).then().statusCode(200);
    }

    private Map<String, Object> valid() {
        return visit(visitId, team.grid(), List.of(resolved()));
    }

    private Map<String, Object> withRequest(Map<String, Object> request) {
        return with(valid(), "requests", List.of(request));
    }

    private static List<Map<String, Object>> resolvedTimes(int times) {
        return IntStream.range(0, times).mapToObj(at -> resolved()).toList();
    }

    private ValidatableResponse assertRefused(
            int status, String code, @Nullable String field, Map<String, Object> visit) {
        var key = "refused-" + visitId;
        var refused = team.submit(key, visit)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("field", equalTo(field));
        assertThat(Tables.count("visit where id = ?", visitId)).isZero();
        assertThat(Tables.count("request where visit_id = ?", visitId)).isZero();
        assertThat(Tables.count("idempotent_answer where key = ?", key)).isZero();
        return refused;
    }
}
