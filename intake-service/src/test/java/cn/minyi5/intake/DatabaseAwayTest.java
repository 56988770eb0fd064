package cn.minyi5.intake;

import static cn.minyi5.intake.Submissions.resolved;
import static cn.minyi5.intake.Submissions.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.testing.ServiceBackends;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever submits while the database is away hears that nobody knows, and may send it again. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class DatabaseAwayTest {

    private static final String SUBMITTING =
            "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    @Inject
    AgroalDataSource database;

    private County.Team team;
    private Map<String, Object> visit;

    @BeforeEach
    void aVisit() {
        team = County.team();
        visit = visit(team.grid(), resolved());
    }

    @Test
    void whoeverGetsNoAnswerInTimeIsToldThatNobodyKnows() throws SQLException {
        try (var silence = silent()) {
            assertUnknown(submit());
            silence.rollback();
        }

        assertKeptOnce();
    }

    @Test
    void whoeverLosesTheDatabaseWhileSubmittingIsToldThatNobodyKnows() throws SQLException {
        try (var silence = silent()) {
            var submission = CompletableFuture.supplyAsync(this::submit);
            await().until(() -> Tables.count(SUBMITTING) > 0);
            Tables.text("select pg_terminate_backend(pid) from " + SUBMITTING);

            assertUnknown(submission.join());
            silence.rollback();
        }

        assertKeptOnce();
    }

    /** A transaction that lets nobody write a visit. */
    private Connection silent() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table visit in exclusive mode");
        return connection;
    }

    private Response submit() {
        return team.submit(String.valueOf(visit.get("visitId")), visit);
    }

    private static void assertUnknown(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo("service.database-away");
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    private void assertKeptOnce() {
        team.submit(visit);
        assertThat(Tables.count("visit where id = ?", visit.get("visitId"))).isOne();
    }
}
