package cn.minyi5.intake;

import static cn.minyi5.intake.County.JINXIANG;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.visit;
import static cn.minyi5.intake.Submissions.with;

import cn.minyi5.intake.attachment.Photos;
import cn.minyi5.testing.AccessMatrix;
import cn.minyi5.testing.Examples;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class OpenApiExamplesTest {

    private static final UUID VISIT = UUID.fromString("01934c1e-0000-7000-8000-000000000001");
    private static final UUID REQUEST = UUID.fromString("01934c1e-0000-7000-8000-000000000002");
    private static final UUID ANSWERED = UUID.fromString("01934c1e-0000-7000-8000-000000000003");
    private static final UUID TO_FOLLOW_UP = UUID.fromString("01934c1e-0000-7000-8000-000000000005");
    private static final UUID TO_ERASE = UUID.fromString("01934c1e-0000-7000-8000-000000000007");
    private static final UUID REFERRED = UUID.fromString("01934c1e-0000-7000-8000-000000000009");
    private static final UUID TO_WITHDRAW = UUID.fromString("01934c1e-0000-7000-8000-000000000023");
    private static final UUID ORIGINAL = UUID.fromString("01934c1e-0000-7000-8000-000000000021");
    private static final UUID DUPLICATE = UUID.fromString("01934c1e-0000-7000-8000-000000000022");
    private static final UUID WITH_PHOTO = UUID.fromString("01934c1e-0000-7000-8000-000000000020");
    private static final UUID ATTACHMENT = UUID.fromString("01934c1e-0000-7000-8000-000000000022");
    private static final UUID IMPORT = UUID.fromString("01934c1e-0000-7000-8000-000000000004");
    private static final UUID PUBLIC = UUID.fromString("01934c1e-0000-7000-8000-000000000031");
    private static final UUID UNREVIEWED = UUID.fromString("01934c1e-0000-7000-8000-000000000032");
    private static final UUID KEY = UUID.fromString("01934c1e-0000-7000-8000-000000000033");
    private static final UUID KEY_TO_REVOKE = UUID.fromString("01934c1e-0000-7000-8000-000000000034");
    private static final County.Team TEAM = new County.Team("YS001", "370828101201900");

    @Test
    void everyOperationHasAnExampleThatHoldsAndToThoseOfTheAccessMatrix() {
        Examples.check(Map.ofEntries(
                Map.entry("a county", OpenApiExamplesTest::county),
                Map.entry("a recorded visit", OpenApiExamplesTest::recordedVisit),
                Map.entry("an answered request", OpenApiExamplesTest::answeredRequest),
                Map.entry("an answer to follow up", OpenApiExamplesTest::answerToFollowUp),
                Map.entry("a request to erase", OpenApiExamplesTest::requestToErase),
                Map.entry("a complaint about the supervision office", OpenApiExamplesTest::referredComplaint),
                Map.entry("an attachment", OpenApiExamplesTest::attachment),
                Map.entry("an import", OpenApiExamplesTest::historyImport),
                Map.entry("a team to change", OpenApiExamplesTest::teamToChange),
                Map.entry("a training", OpenApiExamplesTest::training),
                Map.entry("a drafted theme", OpenApiExamplesTest::draftedTheme),
                Map.entry("a published theme", OpenApiExamplesTest::publishedTheme),
                Map.entry("a policy card", OpenApiExamplesTest::policyCard),
                Map.entry("two requests for the same", OpenApiExamplesTest::twoForTheSame),
                Map.entry("a linked duplicate", OpenApiExamplesTest::linkedDuplicate),
                Map.entry("grading rules", OpenApiExamplesTest::gradingRules),
                Map.entry("a request to withdraw", OpenApiExamplesTest::requestToWithdraw),
                Map.entry("an Open311 request", OpenApiExamplesTest::open311Request)));
        // With what the examples have left behind.
        AccessMatrix.check();
    }

    private static void county() {
        County.load();
        County.catalogue();
        var grids = "code,name,civic,epidemic,governance\n" + TEAM.grid()
                + ",北小山村网格,民政01|民政02,防疫7,综治3\n370828101201901,北小山村第二网格,民政03,防疫7,综治3\n";
        County.put(County.administrator(), "/api/grids", grids).statusCode(200);
        County.put(County.administrator(), "/api/teams", County.members(TEAM)).statusCode(200);
    }

    static void recordedVisit() {
        county();
        TEAM.submit(visit(VISIT, TEAM.grid(), List.of(forwarded(REQUEST), forwarded(ANSWERED))));
    }

    private static void answeredRequest() {
        recordedVisit();
        answered(ANSWERED);
    }

    private static void referredComplaint() {
        county();
        TEAM.submit(visit(REFERRED, TEAM.grid(), List.of(Submissions.aboutTheOffice(REFERRED))));
    }

    private static void answerToFollowUp() {
        county();
        TEAM.submit(visit(TO_FOLLOW_UP, TEAM.grid(), List.of(forwarded(TO_FOLLOW_UP))));
        answered(TO_FOLLOW_UP);
    }

    private static void twoForTheSame() {
        county();
        TEAM.submit(visit(ORIGINAL, TEAM.grid(), List.of(forwarded(ORIGINAL), forwarded(DUPLICATE))));
    }

    private static void linkedDuplicate() {
        twoForTheSame();
        County.as(TEAM.secretary())
                .body(Map.of("requestId", ORIGINAL))
                .post("/api/requests/{id}/duplicate-of", DUPLICATE)
                .then()
                .statusCode(200);
    }

    private static void gradingRules() {
        county();
        County.put(
                        County.administrator(),
                        "/api/grading-rules",
                        """
                        rule_no,category_prefix,words,urgency,category,reason
                        1,,电线泡在水里、漏电,URGENT,,触电风险，当天处置
                        2,,水管、水表,,GS02,说的是供水
                        """)
                .statusCode(200);
    }

    private static void requestToWithdraw() {
        county();
        TEAM.submit(visit(TO_WITHDRAW, TEAM.grid(), List.of(forwarded(TO_WITHDRAW))));
    }

    private static void requestToErase() {
        county();
        TEAM.submit(visit(TO_ERASE, TEAM.grid(), List.of(forwarded(TO_ERASE))));
    }

    private static void teamToChange() {
        county();
        var team = new County.Team("YS003", "370828101201901");
        County.put(County.administrator(), "/api/teams", County.members(team)).statusCode(200);
    }

    private static void training() {
        county();
        County.put(
                        County.administrator(),
                        "/api/training-records",
                        "team_code,member_no,date,topic,hours\nYS001,2,2021-09-10,走访礼仪与政策解读,1.5\n")
                .statusCode(200);
    }

    private static void draftedTheme() {
        drafted("monthly-themes", "month,title,text\n2021-12,岁末走访,问一问困难群众过冬\n");
    }

    private static void publishedTheme() {
        recordedVisit();
        drafted("monthly-themes", "month,title,text\n2021-10,秋收秋种,问一问收割和播种\n");
        published("monthly-themes");
    }

    private static void policyCard() {
        county();
        drafted(
                "policy-cards",
                "id,category,title,text,source,valid_until\n"
                        + "GS02-1,GS02,农村自来水报修,主管道由供水公司免费维修，24 小时内到场。,金乡县农村供水管理办法（演示）第12条,\n");
        published("policy-cards");
    }

    private static void published(String kind) {
        County.as(County.administrator())
                .post("/api/editions/" + kind + "/publication")
                .then()
                .statusCode(200);
    }

    private static void drafted(String kind, String sheet) {
        County.put(County.administrator(), "/api/editions/" + kind + "/drafts", sheet)
                .statusCode(200);
    }

    static void attachment() {
        county();
        County.as(TEAM.secretary())
                .contentType("image/jpeg")
                .body(Photos.jpeg(64, 48))
                .put("/api/attachments/{id}", ATTACHMENT);
        var request = with(forwarded(WITH_PHOTO), "attachments", List.of(ATTACHMENT));
        TEAM.submit(visit(WITH_PHOTO, TEAM.grid(), List.of(request)));
    }

    private static void answered(UUID requestId) {
        var routing = new RoutingVoice(requestId);
        routing.opens(TEAM).dispatches("JX01", 1).acceptsReply("JX01", 1, "水管已更换");
        routing.awaitState(TEAM, "ANSWERED");
    }

    /** One that is public, one that nobody has reviewed, a key, and another to revoke. */
    static void open311Request() {
        county();
        Open311.key(KEY, JINXIANG, "the-key-of-the-examples");
        Open311.key(KEY_TO_REVOKE, JINXIANG, "a-key-to-revoke");
        Open311.received(PUBLIC, KEY, TEAM, "2021-10-09T09:00:00+08:00");
        Open311.received(UNREVIEWED, KEY, TEAM, "2021-10-09T09:00:00+08:00");
        Open311.published(PUBLIC, "村口水管漏水，路面结冰");
        Open311.dispatched(PUBLIC, "2021-10-10T09:00:00+08:00");
    }

    static void historyImport() {
        Tables.change(
                """
                insert into history_import (id, source, division, started_by, started_at, cut_over, state, rows,
                                            accepted)
                values (?, '2021-10', '370828', 'administrator', now(), now(), 'DONE', 2, 2)
                on conflict do nothing""",
                IMPORT);
    }
}
