package cn.minyi5.intake;

import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.visit;

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
    private static final UUID IMPORT = UUID.fromString("01934c1e-0000-7000-8000-000000000004");
    private static final County.Team TEAM = new County.Team("YS001", "370828101201900");

    @Test
    void everyOperationHasAnExampleThatHoldsAndToThoseOfTheAccessMatrix() {
        Examples.check(Map.of(
                "a county",
                OpenApiExamplesTest::county,
                "a recorded visit",
                OpenApiExamplesTest::recordedVisit,
                "an answered request",
                OpenApiExamplesTest::answeredRequest,
                "an answer to follow up",
                OpenApiExamplesTest::answerToFollowUp,
                "a request to erase",
                OpenApiExamplesTest::requestToErase,
                "a complaint about the supervision office",
                OpenApiExamplesTest::referredComplaint,
                "an import",
                OpenApiExamplesTest::historyImport));
        // With what the examples have left behind.
        AccessMatrix.check();
    }

    private static void county() {
        County.load();
        County.catalogue();
        var grids = "code,name\n" + TEAM.grid() + ",北小山村网格\n370828101201901,北小山村第二网格\n";
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

    private static void requestToErase() {
        county();
        TEAM.submit(visit(TO_ERASE, TEAM.grid(), List.of(forwarded(TO_ERASE))));
    }

    private static void answered(UUID requestId) {
        var routing = new RoutingVoice(requestId);
        routing.opens(TEAM).dispatches("JX01", 1).acceptsReply("JX01", 1, "水管已更换");
        routing.awaitState(TEAM, "ANSWERED");
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
