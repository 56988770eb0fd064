package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceBackends.class)
class DeadLettersTest {

    private static final DivisionCode COUNTY = new DivisionCode("370828");

    @Inject
    Writing writing;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Redelivery redelivery;

    @Inject
    PickyConsumer consumer;

    @BeforeEach
    void refuseTheThirteenth() {
        consumer.refuses(true);
    }

    @Test
    void aRefusedEventIsSetAsideWithItsReasonAndTheNextOnesGoOn() {
        var key = UUID.randomUUID();
        List.of(12, 13, 14).forEach(n -> writing.writeSurely(key, n));
        await().atMost(Duration.ofSeconds(30)).until(() -> accepted(List.of(key)) == 2);
        var letter = letterOf(key);
        assertThat(letter.reason()).contains("round.unlucky");
        assertThat(letter.type()).isEqualTo("request.followed-up.v1");
        assertThat(letter.replayedAt()).isNull();
        await("announced with it, and sent")
                .atMost(Duration.ofSeconds(30))
                .until(() -> writing.number("select count(*) from outbox") == 0);
    }

    @Test
    void aRefusedEventAmongManyThatWaitTogetherTakesNoneOfThemWithIt() {
        var keys = Stream.generate(UUID::randomUUID).limit(200).toList();
        transactions
                .run(now -> {
                    IntStream.range(0, 200).forEach(n -> outbox.announce(Writing.event(keys.get(n), n)));
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
        await().atMost(Duration.ofSeconds(30)).until(() -> accepted(keys) == 199);
        assertThat(letterOf(keys.get(13)).reason()).contains("round.unlucky");
        assertThat(writing.number("select count(distinct n) from effect where consumer_group = 'test.picky' and key in "
                        + quoted(keys)))
                .isEqualTo(199);
    }

    @Test
    void aDeadLetterIsHandledOnceWhenItIsReplayed() {
        var key = UUID.randomUUID();
        writing.writeSurely(key, 13);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> writing.number("select count(*) from dead_letter where key = '" + key + "'") == 1);
        var id = letterOf(key).id();
        assertThatThrownBy(() -> redelivery.replay(COUNTY, id).await().indefinitely())
                .isInstanceOf(Refusal.class)
                .hasMessage("dead-letter.still-fails");
        consumer.refuses(false);
        redelivery.replay(COUNTY, id).await().indefinitely();
        redelivery.replay(COUNTY, id).await().indefinitely();
        assertThat(accepted(List.of(key))).isEqualTo(1);
        assertThat(letterOf(key).replayedAt()).isNotNull();
    }

    @Test
    void aReaderThatDiesOfAnErrorIsBackAndLosesNothing() {
        consumer.refuses(false);
        consumer.diesOfAnError(3);
        var key = UUID.randomUUID();
        writing.writeSurely(key, 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> accepted(List.of(key)) == 1);
        assertThat(consumer.hasDied()).isTrue();
    }

    private long accepted(List<UUID> keys) {
        return writing.number(
                "select count(*) from effect where consumer_group = 'test.picky' and key in " + quoted(keys));
    }

    private static String quoted(List<UUID> keys) {
        return keys.stream().map(key -> "'" + key + "'").collect(Collectors.joining(",", "(", ")"));
    }

    private DeadLetters.Letter letterOf(UUID key) {
        var letters = deadLetters.page(COUNTY, null, 200).await().indefinitely().stream()
                .filter(letter -> key.toString().equals(letter.key()))
                .toList();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }
}
