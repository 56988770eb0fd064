package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.resolved;
import static cn.minyi5.intake.Submissions.visit;
import static cn.minyi5.intake.Submissions.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.privacy.BlindWords;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class SubmissionTest {

    private final UUID visitId = UUID.randomUUID();
    private final UUID onSpotId = UUID.randomUUID();
    private final UUID forwardedId = UUID.randomUUID();

    @Test
    void aVisitWithItsRequestsIsKeptAndAnswered() {
        var team = County.team();

        team.submit(twoRequests(team))
                .body("visitId", equalTo(visitId.toString()))
                .body("gridCode", equalTo(team.grid()))
                .body("requests.requestId", equalTo(List.of(onSpotId.toString(), forwardedId.toString())))
                .body("requests.outcome", equalTo(List.of("RESOLVED_ON_SPOT", "FORWARDED")));

        as(team.secretary())
                .get("/api/visits/{id}", visitId)
                .then()
                .statusCode(200)
                .body("teamCode", equalTo(team.code()))
                .body("startedAt", equalTo("2021-10-05T09:00:00+08:00"))
                .body("requests.requestId", equalTo(List.of(onSpotId.toString(), forwardedId.toString())));
    }

    @Test
    void itsEventsAreToldOnceAtTheMomentOfItsRecordingAndNobodyIsInTheClear() {
        var team = County.team();
        var before = Instant.now().minusSeconds(5);

        team.submit(visit(
                visitId,
                team.grid(),
                List.of(
                        resolved(onSpotId),
                        forwarded(
                                forwardedId,
                                County.WATER,
                                "群众001说水管破裂，请打138 0000 5678或0537-8712345，身份证37082819900101123X"))));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Events.of(RequestEvent.Forwarded.class, forwardedId.toString())
                                .size()
                        == 1);
        var forwarded =
                Events.of(RequestEvent.Forwarded.class, forwardedId.toString()).get(0);
        assertThat(forwarded.happenedAt()).isBetween(before, Instant.now().plusSeconds(5));
        assertThat(forwarded.event().text()).isEqualTo("群**说水管破裂，请打***或***，身份证***");
        assertThat(forwarded.event().citizen()).isEqualTo(new RequestEvent.MaskedCitizen(false, "群**", "138****5678"));
        assertThat(forwarded.event().visitId()).isEqualTo(visitId);
        assertThat(forwarded.event().teamCode()).isEqualTo(team.code());
        assertThat(forwarded.event().visitedAt()).isEqualTo(OffsetDateTime.parse("2021-10-05T09:00:00+08:00"));
        assertThat(forwarded.event().imported()).isFalse();
        assertThat(forwarded.event().history()).isNull();
        assertThat(struck("群众 001（村东头）", forwarded.event())).isEqualTo("群**（***）");

        assertThat(Events.of(RequestEvent.ResolvedOnSpot.class, onSpotId.toString()))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.event().visitId()).isEqualTo(visitId);
                    assertThat(told.event().categoryCode()).isEqualTo(County.LEGAL_AID);
                    assertThat(told.happenedAt()).isEqualTo(forwarded.happenedAt());
                });
        assertThat(toldOf(visitId)).isEqualTo(2);
    }

    /** As whoever hears the event strikes name and address, without knowing them. */
    private static String struck(String text, RequestEvent.Forwarded told) {
        var key = ConfigProvider.getConfig().getValue("minyi5.privacy.striking-key", String.class);
        var words = told.blindWords().stream()
                .map(word -> new BlindWords.BlindWord(word.length(), word.mac(), word.instead()))
                .toList();
        return new BlindWords(key).strike(text, words, "request/" + told.requestId());
    }

    @Test
    void theMomentOfAnEventIsReadAfterTheTransactionHasItsNumber() {
        var team = County.team();
        team.submit(twoRequests(team));

        assertThat(Tables.count("visit where id = ? and recorded_at > started_at", visitId))
                .isOne();
        assertThat(Tables.text("select recorded_at <= clock_timestamp() from visit where id = ?", visitId))
                .isEqualTo("t");
    }

    @Test
    void aVisitWithoutRequestsIsAVisit() {
        var team = County.team();

        team.submit(visit(visitId, team.grid(), List.of())).body("requests", hasSize(0));

        assertThat(Tables.count("visit where id = ?", visitId)).isOne();
        await().atMost(Duration.ofSeconds(20)).until(() -> Tables.count("outbox") == 0);
        assertThat(toldOf(visitId)).isZero();
    }

    @Test
    void aVisitWithoutRequestsThatIsRefusedIsNotKept() {
        var team = County.team();

        team.submit("key-" + visitId, with(visit(visitId, team.grid(), List.of()), "startedAt", "2999-10-05T09:00:00Z"))
                .then()
                .statusCode(400)
                .body("code", equalTo("visit.time-in-future"));

        assertThat(Tables.count("visit where id = ?", visitId)).isZero();
    }

    @Test
    void theVisitsOfATeamAreListedTheNewestFirst() {
        var team = County.team();
        var older = with(
                visit(UUID.randomUUID(), team.grid(), List.of(resolved())), "startedAt", "2021-09-05T09:00:00+08:00");
        team.submit(twoRequests(team));
        team.submit(older);

        var first = as(team.secretary())
                .queryParam("limit", 1)
                .get("/api/me/visits")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.visitId", equalTo(List.of(visitId.toString())))
                .body("items[0].resolvedOnSpot", equalTo(1))
                .body("items[0].forwarded", equalTo(1));
        as(team.secretary())
                .queryParam("after", first.extract().<String>path("next"))
                .get("/api/me/visits")
                .then()
                .body("items.visitId", equalTo(List.of(older.get("visitId").toString())));
    }

    private Map<String, Object> twoRequests(County.Team team) {
        return visit(visitId, team.grid(), List.of(resolved(onSpotId), forwarded(forwardedId)));
    }

    /** How many events name the visit. */
    private static long toldOf(UUID visitId) {
        return Events.everything("intake.requests").stream()
                .filter(told -> new String(told.value(), UTF_8).contains(visitId.toString()))
                .count();
    }
}
