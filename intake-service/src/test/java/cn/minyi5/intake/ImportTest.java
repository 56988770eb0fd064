package cn.minyi5.intake;

import static cn.minyi5.intake.County.administrator;
import static cn.minyi5.intake.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import cn.minyi5.contracts.ImportEvent;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.messaging.HourlyUpkeep;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ImportTest {

    private static final String HEADER =
            "visit_ref,request_ref,grid_code,visited_at,form,category_code,text,contact_name,contact_phone,outcome,"
                    + "resolution_note,forwarded_at,dispatched_at,signed_at,replied_at,result_code,reply_text,"
                    + "accepted_at,followed_up_at,solved,satisfied\n";

    private static final String MORE =
            ",lead,assisting,channel,external_number,former_number,step,step_at,step_department,step_words";

    @Inject
    @Any
    Instance<HourlyUpkeep> upkeep;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    private final String source = "test-" + UUID.randomUUID();
    private County.Team team;

    @BeforeEach
    void aTeam() {
        County.catalogue();
        team = County.team();
    }

    @Test
    void historyComesInWithItsOriginalTimesAndIsAnnouncedAsSuch() {
        var progress = imported(onSpot("v1", "r1") + wholeLife("v1", "r2"));

        progress.body("rows", equalTo(2))
                .body("accepted", equalTo(2))
                .body("refused", equalTo(0))
                .body("alreadyThere", equalTo(0));
        awaitTold(2);
        var forwarded = Events.of(RequestEvent.Forwarded.class).stream()
                .filter(told -> told.event().gridCode().equals(team.grid()))
                .toList()
                .get(0);
        assertThat(forwarded.happenedAt()).isEqualTo(Instant.parse("2020-05-05T02:00:00Z"));
        assertThat(forwarded.event().imported()).isTrue();
        assertThat(forwarded.event().teamCode()).isEqualTo(team.code());
        assertThat(forwarded.event().text()).isEqualTo("水管破裂，电话***");
        assertThat(forwarded.event().citizen()).isEqualTo(new RequestEvent.MaskedCitizen(false, "群**", "138****0001"));
        assertThat(forwarded.event().history())
                .isEqualTo(new RequestEvent.History(
                        OffsetDateTime.parse("2020-05-05T10:10:00+08:00"),
                        OffsetDateTime.parse("2020-05-05T10:40:00+08:00"),
                        OffsetDateTime.parse("2020-05-06T15:00:00+08:00"),
                        ResultCode.SOLVED,
                        "水管已更换",
                        OffsetDateTime.parse("2020-05-06T16:00:00+08:00"),
                        OffsetDateTime.parse("2020-05-15T09:00:00+08:00"),
                        Answer.YES,
                        Answer.YES,
                        forwarded.event().history().brought()));
        var brought = forwarded.event().history().brought();
        assertThat(brought.channel()).isEqualTo(Channel.WALK);
        assertThat(brought.lead()).isNull();
        assertThat(brought.steps()).isEmpty();
        var onSpot = Events.of(RequestEvent.ResolvedOnSpot.class).stream()
                .filter(told -> told.event().gridCode().equals(team.grid()))
                .toList();
        assertThat(onSpot).singleElement().satisfies(told -> {
            assertThat(told.happenedAt()).isEqualTo(Instant.parse("2020-05-05T01:00:00Z"));
            assertThat(told.event().visitId()).isEqualTo(forwarded.event().visitId());
            assertThat(told.event().imported()).isTrue();
        });
        assertThat(Events.of(
                        RequestEvent.FollowedUp.class,
                        forwarded.event().requestId().toString()))
                .isEmpty();
        as(team.secretary()).get("/api/me/echo-list").then().body("total", equalTo(0));
    }

    @Test
    void goodRowsAreTakenAndBadOnesComeBackWithTheReason() {
        var id = importedId(onSpot("v1", "r1")
                + onSpot("v2", "r2").replace(team.grid(), "370828101201999")
                + onSpot("v3", "r3").replace(County.LEGAL_AID, "XX99")
                + onSpot("v4", "r4").replace("2020-05-05", "2999-05-05")
                + onSpot("v5", "r5").replace("2020-05-05T09:00:00+08:00", "5.5.2020")
                + onSpot("v6", "r6").replace("13800000001", "12345")
                + onSpot("v1", "r7").replace("HOUSEHOLD", "STREET")
                + onSpot("v1", "r1")
                + wholeLife("v8", "r8").replace("2020-05-05T10:40:00+08:00", "")
                + wholeLife("v9", "r9").replace("2020-05-05T10:40:00+08:00", "2020-05-05T10:00:00+08:00")
                + onSpot("v10", "r10").replace("想了解法律援助", "长".repeat(2001)));

        progress(id)
                .then()
                .body("state", equalTo("DONE"))
                .body("rows", equalTo(11))
                .body("accepted", equalTo(1))
                .body("refused", equalTo(10));
        var file = as(administrator())
                .get("/api/imports/{id}/refused-rows", id)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .split("\r\n");
        assertThat(file).hasSize(11);
        assertThat(file[0]).isEqualTo("\ufeff" + HEADER.strip() + MORE + ",reason");
        assertThat(file[1]).contains("v2,r2").contains("没有网格 370828101201999");
        assertThat(file[2]).contains("category_code: 没有诉求类别 XX99");
        assertThat(file[3]).contains("visited_at: 时间在未来");
        assertThat(file[4]).contains("visited_at: 时间应写成带时区的形式");
        assertThat(file[5]).contains("12345").contains("contact_phone: 这不是有效的电话");
        assertThat(file[6]).contains("r7").contains("visit_ref: 同一编号");
        assertThat(file[7]).contains("与前面的行重复");
        assertThat(file[8]).contains("signed_at: 后面的环节有时间");
        assertThat(file[9]).contains("signed_at: 时间先后有误");
        assertThat(file[10]).contains("诉求内容最长 2000");
        as(administrator())
                .header("Accept-Language", "en")
                .get("/api/imports/{id}/refused-rows", id)
                .then()
                .body(containsString("There is no category XX99"));
    }

    @Test
    void theRefusedRowsPutRightAndSentAgainFillTheGaps() {
        imported(onSpot("v1", "r1") + onSpot("v1", "r2").replace("13800000001", "12345"));

        imported(source, HEADER.strip() + ",reason\n" + onSpot("v1", "r2").strip() + ",\n")
                .body("accepted", equalTo(1))
                .body("refused", equalTo(0));

        assertThat(Tables.count("request where grid_code = ?", team.grid())).isEqualTo(2);
        assertThat(Tables.count("visit where grid_code = ?", team.grid())).isOne();
        awaitTold(2);
    }

    @Test
    void aRefusedCellIsNoFormulaForWhoeverOpensTheFileAndIsReadBackAsItCame() {
        var formula = onSpot("v1", "r1").replace("想了解法律援助", "\"=HYPERLINK(\"\"http://x\"\")\"");
        var id = importedId(formula.replace("13800000001", "12345"));

        var refused =
                as(administrator()).get("/api/imports/{id}/refused-rows", id).asString();
        assertThat(refused)
                .startsWith("\ufeff")
                .contains("'=HYPERLINK")
                .doesNotContain(",\"=")
                .doesNotContain(",=");
        imported(source, refused.replace("12345", "13800000001")).body("accepted", equalTo(1));
        imported(source, HEADER + formula).body("alreadyThere", equalTo(1));
    }

    @Test
    void departmentsNumbersChannelsAndRoundsComeAlong() {
        var file = HEADER.strip() + MORE + "\n"
                + wholeLife("v1", "r1").strip().replace("YES,YES", "NO,NO")
                + ",JX01,JX02,HOTLINE_12345,12345-0007,民听301,,,,\n"
                + "v1,r1" + ",".repeat(25) + "SIGN,2020-05-15T10:00:00+08:00,,\n"
                + "v1,r1" + ",".repeat(14) + "SOLVED,换了新管" + ",".repeat(10) + "REPLY,2020-05-16T10:00:00+08:00,,\n";

        imported(source, file).body("rows", equalTo(3)).body("accepted", equalTo(3));
        imported(source, file).body("alreadyThere", equalTo(3));

        awaitTold(1);
        var brought = Events.of(RequestEvent.Forwarded.class).stream()
                .filter(told -> told.event().gridCode().equals(team.grid()))
                .toList()
                .get(0)
                .event()
                .history()
                .brought();
        assertThat(brought.lead()).isEqualTo("JX01");
        assertThat(brought.assisting()).containsExactly("JX02");
        assertThat(brought.externalNumber()).isEqualTo("12345-0007");
        assertThat(brought.formerNumber()).isEqualTo("民听301");
        assertThat(brought.steps()).extracting(RequestEvent.Step::step).containsExactly(PastStep.SIGN, PastStep.REPLY);
        var finished = Events.of(ImportEvent.Finished.class, brought.importId().toString());
        assertThat(finished).singleElement().satisfies(told -> {
            assertThat(told.event().forwarded()).isOne();
            assertThat(told.event().cutOver()).isEqualTo(brought.cutOver());
        });
    }

    @Test
    void aCutOverIsAMomentThatHasBeen() {
        as(administrator())
                .contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("source", source)
                .queryParam("cut-over", "2999-01-01T00:00:00+08:00")
                .body(HEADER)
                .post("/api/imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("import.cut-over-in-future"))
                .body("field", equalTo("cut-over"));
    }

    @Test
    void aRowThatNoRuleAssignsComesBackWithTheReason() {
        var id = importedId(wholeLife("v1", "r1").replace("GS02", "PA05"));

        progress(id).then().body("accepted", equalTo(0)).body("refused", equalTo(1));
        as(administrator())
                .get("/api/imports/{id}/refused-rows", id)
                .then()
                .body(containsString("lead: 权责清单没有唯一对应的条目"));
        assertThat(told(team)).isZero();
    }

    @Test
    void whereNoCatalogueIsKnownNothingIsImported() {
        as(Tokens.of("elsewhere").role("administrator").division("370829"))
                .contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("source", source)
                .body(HEADER)
                .post("/api/imports")
                .then()
                .statusCode(409)
                .body("code", equalTo("import.catalogue-unknown"));
    }

    @Test
    void importingTheSameAgainDoublesNothing() {
        var rows = onSpot("v1", "r1") + wholeLife("v1", "r2") + onSpot("v2", "r3");
        imported(rows).body("accepted", equalTo(3));
        awaitTold(3);

        imported(rows).body("accepted", equalTo(0)).body("alreadyThere", equalTo(3));

        await().atMost(Duration.ofSeconds(20)).until(() -> Tables.count("outbox") == 0);
        assertThat(Tables.count("request where grid_code = ?", team.grid())).isEqualTo(3);
        awaitTold(3);
    }

    @Test
    void aRowThatContradictsWhatWasImportedIsRefused() {
        imported(onSpot("v1", "r1") + onSpot("v2", "r2"));

        var id = importedId(onSpot("v1", "r1").replace("想了解法律援助", "另一件事")
                + onSpot("v2", "r3").replace("HOUSEHOLD", "STREET"));

        progress(id).then().body("refused", equalTo(2)).body("accepted", equalTo(0));
        as(administrator())
                .get("/api/imports/{id}/refused-rows", id)
                .then()
                .body(containsString("先前导入过同一编号的诉求，但内容不同"))
                .body(containsString("visit_ref: 同一编号先前已用于另一份内容"));
    }

    @Test
    void anotherSourceMayUseTheSameRefs() {
        imported(onSpot("v1", "r1"));

        imported("other-" + source, HEADER + onSpot("v1", "r1")).body("accepted", equalTo(1));
    }

    @Test
    void anImportThatADeadCopyLeftIsWorkedOffFromWhereItStopped() {
        var rows = new StringBuilder();
        for (int number = 1; number <= 250; number++) {
            rows.append(onSpot("v" + number, "r" + number));
        }
        var id = importedId(rows.toString());
        var accepted = progress(id).<Integer>path("accepted");

        // As it was before its last batch: a copy died when it had worked off 100 visits
        UnfinishedImport.leaveAt(id, 100, HEADER + rows);

        awaitDone(id).body("accepted", equalTo(100)).body("alreadyThere", equalTo(150));
        assertThat(accepted).isEqualTo(250);
        assertThat(Tables.count("request where grid_code = ?", team.grid())).isEqualTo(250);
    }

    @Test
    void aRepeatedUploadGetsTheFirstAnswer() {
        var file = HEADER + onSpot("v1", "r1");
        var first = start(source, file, "key-" + source).then().statusCode(202).extract();
        var second = start(source, file, "key-" + source).then().statusCode(202).extract();

        assertThat(second.asString()).isEqualTo(first.asString());
        start(source, file + onSpot("v2", "r2"), "key-" + source)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.body-differs"));
    }

    @Test
    void aFileThatIsNoHistoryIsRefusedAtOnce() {
        start(source, "visit_ref,text\nv1,x\n", "key-" + source)
                .then()
                .statusCode(400)
                .body("code", equalTo("csv.column-missing"))
                .body("field", equalTo("request_ref"));
        start("no/slash", HEADER, "key-" + source)
                .then()
                .statusCode(400)
                .body("code", equalTo("import.source-malformed"));
        as(administrator())
                .contentType("text/csv")
                .body(HEADER)
                .queryParam("source", source)
                .post("/api/imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency.key-missing"));
    }

    @Test
    void anEmptyHistoryIsDoneAtOnce() {
        imported("").body("rows", equalTo(0)).body("accepted", equalTo(0));
    }

    @Test
    void onlyAnAdministratorOfThePlaceSeesAnImport() {
        var id = importedId(onSpot("v1", "r1"));

        as(Tokens.of("elsewhere").role("administrator").division("370829"))
                .get("/api/imports/{id}", id)
                .then()
                .statusCode(404)
                .body("code", equalTo("import.unknown"));
        as(Tokens.of("elsewhere").role("administrator").division("370829"))
                .get("/api/imports/{id}/refused-rows", id)
                .then()
                .statusCode(404);
        as(County.dispatcher()).get("/api/imports/{id}", id).then().statusCode(403);
    }

    @Test
    void theFileIsEncryptedWhileItWaitsAndGoneAfterwards() {
        var id = importedId(onSpot("v1", "r1").replace("13800000001", "12345"));

        assertThat(Tables.text("select file from history_import where id = ?", UUID.fromString(id)))
                .isEqualTo("null");
        assertThat(Tables.text(
                        "select encode(content, 'escape') from refused_row where import_id = ?", UUID.fromString(id)))
                .doesNotContain("12345");
    }

    @Test
    void refusedRowsAreForgottenWithTheirKeyWhenTheyWereKeptForLongEnough() {
        var old = importedId(onSpot("v1", "r1").replace("13800000001", "12345"));
        var young = importedId(onSpot("v1", "r1").replace("13800000001", "54321"));
        Tables.change(
                "update history_import set started_at = now() - interval '31 days' where id = ?", UUID.fromString(old));

        keepUp();

        assertThat(Tables.count("refused_row where import_id = ?", UUID.fromString(old)))
                .isZero();
        assertThat(Tables.count("keys.data_key where id = ?", UUID.fromString(old)))
                .isZero();
        as(administrator())
                .get("/api/imports/{id}/refused-rows", old)
                .then()
                .statusCode(404)
                .body("code", equalTo("import.refused-rows-gone"));
        progress(old).then().statusCode(200).body("refused", equalTo(1));
        as(administrator())
                .get("/api/imports/{id}/refused-rows", young)
                .then()
                .statusCode(200)
                .body(containsString("54321"));
    }

    /** As it is done each hour. */
    private void keepUp() {
        for (var table : upkeep) {
            transactions
                    .run(now -> sql.update(table.statement(), table.arguments(now)))
                    .await()
                    .atMost(Duration.ofSeconds(10));
        }
    }

    @Test
    void aCsvFileMayHaveColumnsOfItsOwnToo() {
        var file = (HEADER + onSpot("v1", "r1")).replace("visit_ref", "第几次").replace("HOUSEHOLD", "入户");
        var id = as(administrator())
                .contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("source", source)
                .queryParam("column", "visit_ref=第几次")
                .body(file)
                .post("/api/imports")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");

        awaitDone(id).body("accepted", equalTo(1));
    }

    private String onSpot(String visitRef, String requestRef) {
        return ("%s,%s,%s,2020-05-05T09:00:00+08:00,HOUSEHOLD,PA05,想了解法律援助,群众001,13800000001,RESOLVED_ON_SPOT,"
                        + "当场讲清政策,,,,,,,,,,\n")
                .formatted(visitRef, requestRef, team.grid());
    }

    private String wholeLife(String visitRef, String requestRef) {
        return ("%s,%s,%s,2020-05-05T09:00:00+08:00,HOUSEHOLD,GS02,水管破裂，电话13800000001,群众001,13800000001,FORWARDED,,"
                        + "2020-05-05T10:00:00+08:00,2020-05-05T10:10:00+08:00,2020-05-05T10:40:00+08:00,"
                        + "2020-05-06T15:00:00+08:00,SOLVED,水管已更换,2020-05-06T16:00:00+08:00,"
                        + "2020-05-15T09:00:00+08:00,YES,YES\n")
                .formatted(visitRef, requestRef, team.grid());
    }

    private ValidatableResponse imported(String rows) {
        return imported(source, HEADER + rows);
    }

    private static ValidatableResponse imported(String source, String file) {
        return awaitDone(startedId(source, file));
    }

    private String importedId(String rows) {
        var id = startedId(source, HEADER + rows);
        awaitDone(id);
        return id;
    }

    private static String startedId(String source, String file) {
        return start(source, file, UUID.randomUUID().toString())
                .then()
                .statusCode(202)
                .body("state", equalTo("RUNNING"))
                .body("source", startsWith(source))
                .extract()
                .path("id");
    }

    private static Response start(String source, String file, String key) {
        return as(administrator())
                .contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", key)
                .queryParam("source", source)
                .body(file)
                .post("/api/imports");
    }

    static ValidatableResponse awaitDone(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> progress(id).<String>path("state").equals("DONE"));
        return progress(id).then();
    }

    private static Response progress(String id) {
        return as(administrator()).get("/api/imports/{id}", id);
    }

    private void awaitTold(int requests) {
        awaitTold(team, requests);
    }

    static void awaitTold(County.Team team, int requests) {
        await().atMost(Duration.ofSeconds(20)).until(() -> told(team) >= requests);
        assertThat(told(team)).isEqualTo(requests);
    }

    private static long told(County.Team team) {
        return Events.of(RequestEvent.Forwarded.class).stream()
                        .filter(told -> told.event().gridCode().equals(team.grid()))
                        .count()
                + Events.of(RequestEvent.ResolvedOnSpot.class).stream()
                        .filter(told -> told.event().gridCode().equals(team.grid()))
                        .count();
    }
}
