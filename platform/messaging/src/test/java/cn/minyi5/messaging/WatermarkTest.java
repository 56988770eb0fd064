package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.testing.ServiceBackends;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceBackends.class)
class WatermarkTest {

    private static final String SEEN =
            "select count(*) from inbox_position where consumer_group = 'test.effects' and topic = 'intake.requests'";

    @Inject
    Writing writing;

    @Inject
    Transactions transactions;

    @Inject
    AgroalDataSource database;

    @Test
    void aPartitionHearsAMomentAtLeastEverySecondAlsoWhenNothingHappens() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> writing.number(SEEN + " and seen_up_to > now() - interval '1 second'") == 12);
    }

    @Test
    void noMomentIsPromisedWhileATransactionFromBeforeItCanStillCommit() throws SQLException {
        try (var slow = database.getConnection()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> writing.number(SEEN + " and seen_up_to is not null") == 12);
            // Given a change that was decided at a moment and has not been committed
            slow.setAutoCommit(false);
            var decidedAt = decide(slow);
            // When other changes come and go meanwhile
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                writing.writeSurely(UUID.randomUUID(), 1);
                assertThat(latestSeen()).isBefore(decidedAt);
            });
            // Then the moment is promised only after the commit
            slow.commit();
            await().atMost(Duration.ofSeconds(10)).until(() -> !latestSeen().isBefore(decidedAt));
        }
    }

    @Test
    void anEventThatIsCommittedLateIsSentThoughManyWithHigherIdsWereSentBefore() {
        // Given an event that is written and not committed
        var key = UUID.randomUUID();
        var others = UUID.randomUUID();
        var commit = new CompletableFuture<Void>();
        var late = transactions
                .run(now -> writing.write(key, 1).chain(() -> Uni.createFrom().completionStage(commit)))
                .subscribeAsCompletionStage();
        // When others come and go for several promises
        var n = new int[1];
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            writing.writeSurely(others, ++n[0]);
            assertThat(late).isNotDone();
        });
        commit.complete(null);
        // Then it is heard, and so is what comes once all of that has settled
        await().atMost(Duration.ofSeconds(10)).until(() -> heard(key) == 1);
        var settled = OffsetDateTime.now();
        await().atMost(Duration.ofSeconds(10)).until(() -> latestSeen().isAfter(settled));
        writing.writeSurely(key, 3);
        await().atMost(Duration.ofSeconds(10)).until(() -> heard(key) == 2);
        assertThat(heard(others)).isEqualTo(n[0]);
    }

    private long heard(UUID key) {
        return writing.number(
                "select count(*) from effect where consumer_group = 'test.effects' and key = '" + key + "'");
    }

    private static OffsetDateTime decide(Connection slow) throws SQLException {
        try (var statement = slow.createStatement();
                var rows = statement.executeQuery("select pg_current_xact_id()::text, clock_timestamp()")) {
            rows.next();
            return rows.getObject(2, OffsetDateTime.class);
        }
    }

    private OffsetDateTime latestSeen() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(seen_up_to) from inbox_position")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
