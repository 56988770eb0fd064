package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.backends.TestBackends;
import cn.minyi5.backends.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WatermarkTest {

    @Test
    void aPartitionHearsAMomentAtLeastEverySecondAlsoWhenNothingHappens() {
        var database = prepared();
        try (var copy = Copy.started(database, config(), new EffectConsumer())) {
            assertThat(copy.conversation().waiting()).isZero();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Backends.number(database, "select count(*) from seen") == 12);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Backends.number(
                                    database, "select count(*) from seen where up_to > now() - interval '1 second'")
                            == 12);
        }
    }

    @Test
    void noMomentIsVouchedForWhileATransactionFromBeforeItCanStillCommit() throws SQLException {
        var database = prepared();
        try (var copy = Copy.started(database, config(), new EffectConsumer());
                var slow = Copy.dataSource(database).getConnection()) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Backends.number(database, "select count(*) from seen") == 12);
            // Given a change that was decided at a moment and has not been committed
            slow.setAutoCommit(false);
            var decidedAt = decide(slow);
            // When other changes come and go meanwhile
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                Writing.writeSurely(copy.transactions(), UUID.randomUUID(), 1);
                assertThat(latestVouched(database)).isBefore(decidedAt);
            });
            // Then the moment is vouched for only after the commit
            slow.commit();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !latestVouched(database).isBefore(decidedAt));
        }
    }

    @Test
    void anEventThatIsCommittedLateIsSentThoughManyWithHigherIdsWereSentBefore() {
        var database = prepared();
        try (var copy = Copy.started(database, config(), new EffectConsumer())) {
            // Given an event that has its place in the outbox and is not committed
            var key = UUID.randomUUID();
            var commit = new CompletableFuture<Void>();
            var late = copy.transactions()
                    .runOld(tx -> Writing.write(tx, key, 1)
                            .chain(() -> Uni.createFrom().completionStage(commit)))
                    .subscribeAsCompletionStage();
            // When others come and go for several vouchings
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                Writing.writeSurely(copy.transactions(), UUID.randomUUID(), 2);
                assertThat(late).isNotDone();
            });
            commit.complete(null);
            // Then it is heard, and so is what comes once all of that has settled
            await().atMost(Duration.ofSeconds(10)).until(() -> heard(database, 1) == 1);
            var settled = OffsetDateTime.now();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> latestVouched(database).isAfter(settled));
            Writing.writeSurely(copy.transactions(), key, 3);
            await().atMost(Duration.ofSeconds(10)).until(() -> heard(database, 3) == 1);
            assertThat(heard(database, 2))
                    .isEqualTo(Backends.number(database, "select count(*) from written where n = 2"));
        }
    }

    private static long heard(TestDatabase database, int n) {
        return Backends.number(database, "select count(*) from effect where n = " + n);
    }

    private static OffsetDateTime decide(Connection slow) throws SQLException {
        try (var statement = slow.createStatement();
                var rows = statement.executeQuery("select pg_current_xact_id()::text, clock_timestamp()")) {
            rows.next();
            return rows.getObject(2, OffsetDateTime.class);
        }
    }

    private static OffsetDateTime latestVouched(TestDatabase database) {
        try (var connection = Copy.dataSource(database).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(up_to) from seen")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestDatabase prepared() {
        var database = TestBackends.freshDatabase("watermark");
        Backends.prepare(database);
        return database;
    }

    private static Copy.Config config() {
        return new Copy.Config(TestBackends.kafka().bootstrapServers(), Optional.of("w" + UUID.randomUUID() + "."));
    }
}
