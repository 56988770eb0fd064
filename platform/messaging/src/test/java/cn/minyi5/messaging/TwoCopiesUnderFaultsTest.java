package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two relays on one outbox, two members in the consumer group. */
@QuarkusTest
@TestProfile(TwoCopiesUnderFaultsTest.OwnBackends.class)
@WithTestResource(FaultyBackends.class)
class TwoCopiesUnderFaultsTest {

    private static final int KEYS = 100;
    private static final int EVENTS_A_KEY = 100;
    private static final int WRITERS = 10;

    /** After a broker is killed a producer may get stuck, and a turn ends only after a while: that is not what is tested. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final String EFFECTS = "select count(*) from effect where consumer_group = 'test.effects'";

    public static class OwnBackends implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mp.messaging.incoming.picky.enabled", "false", "minyi5.messaging.longest-under-way", "PT10S");
        }
    }

    @Inject
    Writing writing;

    @Inject
    MessagingConfig config;

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName(
            "10,000 events on 100 keys through two copies: broker and database killed, nothing lost, doubled or out of order")
    void nothingIsLostDoubledOrOutOfOrder() throws Exception {
        var kafka = FaultyBackends.kafka();
        var postgres = FaultyBackends.postgres();
        try (var second = secondRelay()) {
            second.start();
            var writers = writeAll();
            await().atMost(PATIENCE).until(() -> effects() > 1_500);
            kafka.kill9();
            kafka.start();
            await().atMost(PATIENCE).until(() -> effects() > 4_000);
            postgres.kill9();
            postgres.start();
            writers.join();
            await().atMost(PATIENCE).until(() -> orZeroWhileAway("select 1 - least(count(*), 1) from outbox") == 1);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(effects()).isEqualTo(KEYS * EVENTS_A_KEY));
            assertEachKeyHasItsEventsOnceAndInOrder();
        }
    }

    private OutboxRelay secondRelay() {
        var topics = new Topics(
                Map.of("bootstrap.servers", config.bootstrapServers()),
                new Namespace(""),
                config.topics(),
                List.of(),
                ChangeLogWitness.topicOf(config.source()),
                config.replication());
        return new OutboxRelay(
                database,
                config.source(),
                topics,
                new OutboxRelay.Pace(config.poll(), config.watermark(), config.turn(), config.longestUnderWay()));
    }

    private CompletableFuture<Void> writeAll() {
        var keys = Stream.generate(UUID::randomUUID).limit(KEYS).toList();
        var executor = Executors.newFixedThreadPool(WRITERS);
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(w -> CompletableFuture.runAsync(
                        () -> {
                            for (int n = 1; n <= EVENTS_A_KEY; n++) {
                                for (int k = w; k < KEYS; k += WRITERS) {
                                    writing.writeSurely(keys.get(k), n);
                                }
                            }
                        },
                        executor))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(writers).whenComplete((done, failed) -> executor.shutdown());
    }

    private void assertEachKeyHasItsEventsOnceAndInOrder() {
        assertThat(writing.number("select count(*) from written")).isEqualTo(KEYS * EVENTS_A_KEY);
        assertThat(writing.number("select count(distinct key) from effect where consumer_group = 'test.effects'"))
                .isEqualTo(KEYS);
        List<Long> outOfPlace = writing.numbers(
                """
                select n from (
                    select n, row_number() over (partition by key order by id) as place
                    from effect where consumer_group = 'test.effects') placed
                where n <> place""");
        assertThat(outOfPlace)
                .as("events out of their place: lost, doubled or overtaken")
                .isEmpty();
        assertThat(effects()).isEqualTo(KEYS * EVENTS_A_KEY);
        assertThat(writing.number("select count(*) from dead_letter where consumer_group = 'test.effects'"))
                .isZero();
    }

    private long effects() {
        return orZeroWhileAway(EFFECTS);
    }

    private long orZeroWhileAway(String statement) {
        try {
            return writing.number(statement);
        } catch (IllegalStateException away) {
            return 0;
        }
    }
}
