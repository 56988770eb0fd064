package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.backends.Durability;
import cn.minyi5.backends.FreePorts;
import cn.minyi5.backends.KafkaBackend;
import cn.minyi5.backends.PostgresBackend;
import cn.minyi5.backends.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoCopiesUnderFaultsTest {

    private static final int KEYS = 100;
    private static final int EVENTS_A_KEY = 100;
    private static final int WRITERS = 10;

    @Test
    @DisplayName(
            "10,000 events on 100 keys through two copies: broker and database killed, nothing lost, doubled or out of order")
    void nothingIsLostDoubledOrOutOfOrder(@TempDir Path home) throws Exception {
        var postgres = PostgresBackend.at(home.resolve("postgres"), FreePorts.next(), Durability.FAST)
                .start();
        var kafka = KafkaBackend.at(home.resolve("kafka"), FreePorts.next(), FreePorts.next(), Durability.FAST)
                .start();
        try {
            postgres.createDatabase("faults");
            var database = new TestDatabase(
                    postgres.jdbcUrl("faults"), postgres.reactiveUrl("faults"), postgres.user(), postgres.password());
            Backends.prepare(database);
            var config = new Copy.Config(kafka.bootstrapServers(), Optional.empty());
            try (var one = Copy.started(database, config, new EffectConsumer());
                    var two = Copy.started(database, config, new EffectConsumer())) {
                var writing = writeAll(List.of(one, two));
                await().atMost(Duration.ofSeconds(60)).until(() -> effects(database) > 1_500);
                kafka.kill9();
                kafka.start();
                await().atMost(Duration.ofSeconds(60)).until(() -> effects(database) > 4_000);
                postgres.kill9();
                postgres.start();
                writing.join();
                await().atMost(Duration.ofSeconds(60)).until(() -> unsent(database) == 0);
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(effects(database)).isEqualTo(KEYS * EVENTS_A_KEY));
                assertEachKeyHasItsEventsOnceAndInOrder(database);
            }
        } finally {
            kafka.kill9();
            postgres.kill9();
        }
    }

    private static CompletableFuture<Void> writeAll(List<Copy> copies) {
        var keys = Stream.generate(UUID::randomUUID).limit(KEYS).toList();
        var executor = Executors.newFixedThreadPool(WRITERS);
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(w -> CompletableFuture.runAsync(
                        () -> {
                            for (int n = 1; n <= EVENTS_A_KEY; n++) {
                                for (int k = w; k < KEYS; k += WRITERS) {
                                    Writing.writeSurely(copies.get(n % 2).transactions(), keys.get(k), n);
                                }
                            }
                        },
                        executor))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(writers).whenComplete((done, failed) -> executor.shutdown());
    }

    private static void assertEachKeyHasItsEventsOnceAndInOrder(TestDatabase database) {
        assertThat(Backends.number(database, "select count(*) from written")).isEqualTo(KEYS * EVENTS_A_KEY);
        assertThat(Backends.number(database, "select count(distinct key) from effect"))
                .isEqualTo(KEYS);
        assertThat(
                        Backends.numbers(
                                database,
                                """
                        select n from (
                            select n, row_number() over (partition by key order by id) as place from effect) placed
                        where n <> place"""))
                .as("events out of their place: lost, doubled or overtaken")
                .isEmpty();
        assertThat(effects(database)).isEqualTo(KEYS * EVENTS_A_KEY);
        assertThat(Backends.number(database, "select count(*) from dead_letter"))
                .isZero();
    }

    private static long effects(TestDatabase database) {
        return countOrZeroWhileAway(database, "select count(*) from effect");
    }

    private static long unsent(TestDatabase database) {
        return Backends.number(database, "select count(*) from outbox");
    }

    private static long countOrZeroWhileAway(TestDatabase database, String sql) {
        try {
            return Backends.number(database, sql);
        } catch (IllegalStateException away) {
            return 0;
        }
    }
}
