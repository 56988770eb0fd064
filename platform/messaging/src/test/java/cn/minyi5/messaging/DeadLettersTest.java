package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.minyi5.backends.TestBackends;
import cn.minyi5.backends.TestDatabase;
import cn.minyi5.contracts.VisitEvent;
import cn.minyi5.contracts.language.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    /** Refuses while told to: an event that this release cannot accept. */
    private static final class PickyConsumer implements EventConsumer {
        private final AtomicBoolean refuses = new AtomicBoolean(true);
        private final EffectConsumer accepting = new EffectConsumer();

        @Override
        public String group() {
            return "test.picky";
        }

        @Override
        public OldReactions reactions() {
            return OldReactions.on(VisitEvent.Recorded.class, (received, tx) -> {
                if (refuses.get() && received.event().requests() == 13) {
                    throw Refusal.invalid("visit.unlucky", "requests");
                }
                return accepting.accept(received.event(), tx);
            });
        }
    }

    @Test
    void aRefusedEventIsSetAsideWithItsReasonAndTheNextOnesGoOn() {
        var database = prepared();
        try (var copy = Copy.started(database, config(), new PickyConsumer())) {
            var key = UUID.randomUUID();
            List.of(12, 13, 14).forEach(n -> Writing.writeSurely(copy.transactions(), key, n));
            await().atMost(Duration.ofSeconds(30)).until(() -> accepted(database) == 2);
            var letter = onlyLetter(copy);
            assertThat(letter.reason()).contains("visit.unlucky");
            assertThat(letter.type()).isEqualTo("visit.recorded.v1");
            assertThat(letter.replayedAt()).isNull();
        }
    }

    @Test
    void aRefusedEventAmongManyThatWaitTogetherTakesNoneOfThemWithIt() {
        var database = prepared();
        try (var copy = Copy.started(database, config(), new PickyConsumer())) {
            copy.transactions()
                    .runOld(tx -> OldOutbox.append(
                            tx,
                            IntStream.range(0, 200)
                                    .mapToObj(n -> Writing.event(UUID.randomUUID(), n))
                                    .toList(),
                            tx.now()))
                    .await()
                    .indefinitely();
            await().atMost(Duration.ofSeconds(30)).until(() -> accepted(database) == 199);
            assertThat(onlyLetter(copy).reason()).contains("visit.unlucky");
            assertThat(Backends.number(database, "select count(distinct n) from effect"))
                    .isEqualTo(199);
        }
    }

    @Test
    void aDeadLetterIsHandledOnceWhenItIsReplayed() {
        var database = prepared();
        var consumer = new PickyConsumer();
        try (var copy = Copy.started(database, config(), consumer)) {
            Writing.writeSurely(copy.transactions(), UUID.randomUUID(), 13);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Backends.number(database, "select count(*) from dead_letter") == 1);
            var id = onlyLetter(copy).id();
            assertThatThrownBy(() -> copy.conversation().deadLetters().replay(id))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("dead-letter.still-fails");
            consumer.refuses.set(false);
            copy.conversation().deadLetters().replay(id);
            copy.conversation().deadLetters().replay(id);
            assertThat(accepted(database)).isEqualTo(1);
            assertThat(onlyLetter(copy).replayedAt()).isNotNull();
        }
    }

    private static long accepted(TestDatabase database) {
        return Backends.number(database, "select count(*) from effect");
    }

    private static DeadLetters.Letter onlyLetter(Copy copy) {
        var letters = copy.conversation().deadLetters().page(null, 10).await().indefinitely();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static TestDatabase prepared() {
        var database = TestBackends.freshDatabase("letters");
        Backends.prepare(database);
        return database;
    }

    private static Copy.Config config() {
        return new Copy.Config(TestBackends.kafka().bootstrapServers(), Optional.of("d" + UUID.randomUUID() + "."));
    }
}
