package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One append-only log: who reads in it, and what of. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ChangeLogTest {

    private County.Team team;
    private final UUID visitId = UUID.randomUUID();
    private final UUID requestId = UUID.randomUUID();

    @BeforeEach
    void aTeam() {
        team = County.team();
    }

    @Test
    void aVisitIsLoggedWithWhoWhenAndFromWhereAndOnceHoweverOftenItComes() {
        var visit = visit(visitId, team.grid(), List.of(forwarded(requestId)));
        for (var key : List.of("the key", "the key", "another key")) {
            as(team.secretary())
                    .header("Idempotency-Key", key)
                    .header("User-Agent", "phone/5")
                    .body(visit)
                    .post("/api/visits")
                    .then()
                    .statusCode(201);
        }

        var lines = lines(County.administrator(), visitId);

        assertThat(lines.getList("items")).hasSize(1);
        assertThat(lines.getMap("items[0]"))
                .containsEntry("username", "secretary-of-" + team.code())
                .containsEntry("roles", "secretary")
                .containsEntry("division", "370828")
                .containsEntry("operation", "recordVisit")
                .containsEntry("address", "127.0.0.1")
                .containsEntry("agent", "phone/5")
                .containsKeys("at", "digest");
    }

    @Test
    void whatIsRefusedIsNotLogged() {
        team.submit("a key", visit(visitId, "370828101202999", List.of(forwarded(requestId))))
                .then()
                .statusCode(400);

        assertThat(lines(County.administrator(), visitId).getList("items")).isEmpty();
    }

    @Test
    void aDisclosureIsLoggedByItsRequest() {
        team.submit(visit(visitId, team.grid(), List.of(forwarded(requestId))));
        disclose();

        assertThat(lines(County.administrator(), requestId).getString("items[0].operation"))
                .isEqualTo("discloseContact");
    }

    @Test
    void whatConcernsAComplaintAboutOfficialsOnlyTheCountysOfficeReads() {
        var complaint = forwarded(requestId, County.ABOUT_OFFICIALS, "对工作人员的意见");
        team.submit(visit(visitId, team.grid(), List.of(complaint)));
        disclose();

        for (var id : List.of(visitId, requestId)) {
            assertThat(lines(County.administrator(), id).getList("items")).isEmpty();
            assertThat(lines(County.supervisor(), id).getList("items")).hasSize(1);
        }
    }

    @Test
    void whatConcernsAComplaintAboutTheOfficeItselfTheOfficeDoesNotRead() {
        team.submit(visit(visitId, team.grid(), List.of(Submissions.aboutTheOffice(requestId))));
        var inspector =
                Tokens.of("inspector").role("supervisor").division("370828").department("JWJW");
        disclose(inspector);

        for (var reader : List.of(County.supervisor(), County.administrator(), inspector)) {
            assertThat(lines(reader, requestId).getList("items")).isEmpty();
        }
        assertThat(Tables.count("change_log where subject = ?", requestId.toString()))
                .as("it is logged all the same")
                .isOne();
    }

    @Test
    void anotherJurisdictionReadsNothingAndATownshipsOfficeMayNot() {
        team.submit(visit(visitId, team.grid(), List.of(forwarded(requestId))));

        for (var division : List.of("370829", "370828101")) {
            var elsewhere = Tokens.of("elsewhere").role("administrator").division(division);
            assertThat(lines(elsewhere, visitId).getList("items")).isEmpty();
        }
        as(Tokens.of("town").role("supervisor").division("370828101"))
                .get("/api/change-log")
                .then()
                .statusCode(403)
                .body("code", equalTo("change-log.county-only"));
    }

    @Test
    void theLogIsReadPageByPageFromItsEnd() {
        team.submit(visit(visitId, team.grid(), List.of(forwarded(requestId))));
        disclose();
        disclose();

        var first = as(County.administrator())
                .queryParam("subject", requestId)
                .queryParam("limit", 1)
                .get("/api/change-log")
                .jsonPath();
        var second = as(County.administrator())
                .queryParam("subject", requestId)
                .queryParam("limit", 1)
                .queryParam("after", first.getString("next"))
                .get("/api/change-log")
                .jsonPath();

        assertThat(first.getLong("items[0].id")).isGreaterThan(second.getLong("items[0].id"));
        assertThat(second.getString("next")).isNull();
    }

    private void disclose() {
        disclose(County.supervisor());
    }

    private void disclose(Tokens reader) {
        as(reader)
                .body(Map.of("reason", "督查回访核对诉求"))
                .post("/api/requests/{id}/contact-disclosures", requestId)
                .then()
                .statusCode(200);
    }

    private static JsonPath lines(Tokens reader, UUID subject) {
        return as(reader)
                .queryParam("subject", subject)
                .get("/api/change-log")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
