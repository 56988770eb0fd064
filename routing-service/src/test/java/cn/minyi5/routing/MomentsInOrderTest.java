package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.testing.ServiceBackends;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Time is judged by when things happened: what waited for something else happened after it. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class MomentsInOrderTest {

    @Inject
    AgroalDataSource database;

    @Test
    void aStepThatWaitedForItsOrderHappensAfterTheStepItWaitedFor() throws SQLException {
        County.isReady();
        var id = County.forward(County.ONE_RULE);
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            lock(other, id);
            var signing = CompletableFuture.supplyAsync(() -> County.sign(id));
            await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaitsForAnOrder);
            var lastMomentOfTheOther = clock(other);
            other.commit();

            var signed = signing.join();

            assertThat(signed.statusCode()).isEqualTo(200);
            assertThat(OffsetDateTime.parse(signed.jsonPath().getString("signedAt")))
                    .isAfter(lastMomentOfTheOther);
        }
    }

    private static void lock(Connection connection, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement("select from work_order where id = ? for update")) {
            statement.setObject(1, id);
            statement.executeQuery();
        }
    }

    private static OffsetDateTime clock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select clock_timestamp()")) {
            result.next();
            return result.getObject(1, OffsetDateTime.class);
        }
    }

    /** For the row that is locked: nothing else is in this database. */
    private boolean somebodyWaitsForAnOrder() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(
                        """
                        select exists (select from pg_stat_activity
                                       where datname = current_database() and wait_event in ('transactionid', 'tuple'))""")) {
            return result.next() && result.getBoolean(1);
        }
    }
}
