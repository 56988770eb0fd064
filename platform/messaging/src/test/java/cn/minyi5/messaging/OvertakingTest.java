package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 重放与超车. What comes too early, in which order it is handled, and what is given up (ADR 0018). */
@QuarkusTest
@WithTestResource(ServiceBackends.class)
class OvertakingTest {

    private static final DivisionCode COUNTY = new DivisionCode("370828");
    private static final DivisionCode NEXT_COUNTY = new DivisionCode("370829");
    private static final DivisionCode TOWNSHIP = new DivisionCode("370828101");
    private static final DivisionCode VILLAGE = new DivisionCode("370828101001");

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

    private final UUID key = UUID.randomUUID();

    @BeforeEach
    void refuseTheThirteenth() {
        consumer.refuses(true);
    }

    @Test
    void anEventThatOvertookTheOneItNeedsWaitsWhileOthersGoOnAndIsNoDeadLetter() {
        writing.writeSurely(key, 1_001);
        eventually(() -> waiting() == 1);
        var other = UUID.randomUUID();
        writing.writeSurely(other, 1);
        eventually(() -> effects(other).equals(List.of(1L)));
        assertThat(effects(key)).as("what it did was undone").isEmpty();

        writing.writeSurely(key, 1_000);

        eventually(() -> effects(key).equals(List.of(1_000L, 1_001L)));
        assertThat(setAside()).as("nothing is left of its waiting").isZero();
    }

    @Test
    void laterEventsOfItsKeyQueueBehindItAndTheEarlierOneGoesPast() {
        announce(VILLAGE, 20, 1_001);
        announce(VILLAGE, 30, 2);
        announce(VILLAGE, 40, 1_002);
        eventually(() -> waiting() == 3);
        assertThat(effects(key)).isEmpty();

        announce(VILLAGE, 10, 1_000);

        eventually(() -> effects(key).equals(List.of(1_000L, 1_001L, 2L, 1_002L)));
    }

    @Test
    void whatIsStillTooEarlyAfterTheTimeThatTheSettingGivesIsADeadLetterWithItsReason() {
        writing.writeSurely(key, 1_001);
        eventually(() -> waiting() == 1);

        eventually(() -> letters(COUNTY).size() == 1);
        assertThat(letters(COUNTY).get(0).reason()).contains("the thousandth");
        writing.writeSurely(key, 1_000);
        eventually(() -> effects(key).equals(List.of(1_000L)));
        replay(COUNTY, letters(COUNTY).get(0));
        assertThat(effects(key)).containsExactly(1_000L, 1_001L);
    }

    @Test
    void whatComesAfterADeadLetterOfItsKeyWaitsForItAndIsHandledWhenItIsReplayed() {
        announce(VILLAGE, 10, 13);
        announce(VILLAGE, 20, 14);
        eventually(() -> letters(COUNTY).size() == 1 && waiting() == 1);

        consumer.refuses(false);
        replay(COUNTY, letters(COUNTY).get(0));

        eventually(() -> effects(key).equals(List.of(13L, 14L)));
    }

    @Test
    void theEarlierLettersOfAKeyAreReplayedBeforeTheOneThatIsAskedFor() {
        writing.writeSurely(key, 13);
        eventually(() -> letters(COUNTY).size() == 1);
        announceTwice(13);
        eventually(() -> letters(COUNTY).size() == 3);

        consumer.refuses(false);
        replay(COUNTY, letters(COUNTY).get(1));

        assertThat(letters(COUNTY))
                .extracting(letter -> letter.replayedAt() != null)
                .containsExactly(true, true, false);
        assertThat(effects(key)).containsExactly(13L, 13L);
    }

    @Test
    void aLetterThatCanNeverBeReadKeepsTheOnesBehindItUntilItIsDismissed() {
        Events.send(
                "intake.requests",
                key.toString(),
                "request.followed-up.v1",
                "{".getBytes(StandardCharsets.UTF_8),
                Instant.now(),
                UUID.randomUUID());
        eventually(() -> letters(COUNTY).size() == 1);
        var unreadable = letters(COUNTY).get(0);
        writing.writeSurely(key, 13);
        eventually(() -> letters(COUNTY).size() == 2);
        consumer.refuses(false);
        var behind = letters(COUNTY).get(1);
        assertThatThrownBy(() -> replay(COUNTY, behind))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.details()).containsEntry("letter", unreadable.id()));

        dismiss(COUNTY, unreadable);
        replay(COUNTY, behind);

        assertThat(effects(key)).containsExactly(13L);
        assertThat(letters(COUNTY).get(0).dismissedBy()).isEqualTo("somebody");
        assertThat(letters(COUNTY).get(0).dismissalReason()).isEqualTo("cut off");
        assertThat(writing.number("select count(*) from unsettled_event where consumer_group = 'test.picky' and key = '"
                        + key + "'"))
                .as("holds nothing back")
                .isZero();
        assertThatThrownBy(() -> replay(COUNTY, unreadable)).hasMessage("dead-letter.settled");
        assertThatThrownBy(() -> dismiss(COUNTY, unreadable)).hasMessage("dead-letter.settled");
    }

    @Test
    void whatWaitedBehindALetterGoesOnWhenTheLetterIsDismissed() {
        announce(VILLAGE, 10, 13);
        announce(VILLAGE, 20, 14);
        eventually(() -> letters(COUNTY).size() == 1 && waiting() == 1);

        dismiss(COUNTY, letters(COUNTY).get(0));

        eventually(() -> effects(key).equals(List.of(14L)));
    }

    @Test
    void anAdministratorSeesReplaysAndDismissesTheLettersOfTheOwnDivisionAlone() {
        announce(VILLAGE, 10, 13);
        eventually(() -> letters(COUNTY).size() == 1);
        var letter = letters(COUNTY).get(0);
        assertThat(letters(TOWNSHIP)).hasSize(1);
        assertThat(letters(new DivisionCode("370828102"))).isEmpty();
        assertThat(letters(NEXT_COUNTY)).isEmpty();
        assertThatThrownBy(() -> replay(NEXT_COUNTY, letter)).hasMessage("dead-letter.unknown");
        assertThatThrownBy(() -> dismiss(NEXT_COUNTY, letter)).hasMessage("dead-letter.unknown");
    }

    @Test
    void aLetterWhosePlaceNobodyCanTellIsForWhoAdministratesTheWholeInstallation() {
        writing.writeSurely(key, 13);
        eventually(() -> letters(COUNTY).size() == 1);
        assertThat(letters(new DivisionCode("37"))).hasSize(1);
        assertThat(letters(TOWNSHIP)).isEmpty();
        assertThat(letters(NEXT_COUNTY)).isEmpty();
    }

    @Test
    void theLetterOfAConfidentialMatterIsItsCountysAndHasNoKeyThatLeadsBack() {
        transactions
                .run(now -> {
                    outbox.announce(
                            Writing.event(key, 13),
                            now,
                            null,
                            Extensions.of(VILLAGE, true).counted(10));
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
        eventually(() -> setAside() == 1);
        var id = letterId();
        assertThat(pageOf(COUNTY))
                .filteredOn(letter -> letter.id().equals(id))
                .singleElement()
                .satisfies(letter -> assertThat(letter.key()).isNull());
        assertThat(pageOf(TOWNSHIP)).noneMatch(letter -> letter.id().equals(id));
    }

    private void announce(DivisionCode place, long sequence, int n) {
        transactions
                .run(now -> {
                    outbox.announce(
                            Writing.event(key, n),
                            now,
                            null,
                            Extensions.of(place, false).counted(sequence));
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
    }

    private void announceTwice(int n) {
        transactions
                .run(now -> {
                    outbox.announce(Writing.event(key, n));
                    outbox.announce(Writing.event(key, n));
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
    }

    private void replay(DivisionCode division, DeadLetters.Letter letter) {
        redelivery.replay(division, letter.id()).await().indefinitely();
    }

    private void dismiss(DivisionCode division, DeadLetters.Letter letter) {
        deadLetters
                .dismiss(division, letter.id(), "cut off", "somebody")
                .await()
                .indefinitely();
    }

    private List<DeadLetters.Letter> letters(DivisionCode division) {
        return pageOf(division).stream()
                .filter(letter ->
                        key.toString().equals(letter.key()) && letter.group().equals(PickyConsumer.GROUP))
                .toList();
    }

    private List<DeadLetters.Letter> pageOf(DivisionCode division) {
        return deadLetters.page(division, null, 200).await().indefinitely();
    }

    private List<Long> effects(UUID of) {
        return writing.numbers(
                "select n from effect where consumer_group = 'test.picky' and key = '" + of + "' order by id");
    }

    private long waiting() {
        return writing.number("select count(*) from set_aside where next_try_at is not null and key = '" + key + "'");
    }

    private long setAside() {
        return writing.number(
                "select count(*) from set_aside where consumer_group = 'test.picky' and key = '" + key + "'");
    }

    private UUID letterId() {
        return transactions
                .read(() -> writing.letterOf(key, PickyConsumer.GROUP))
                .await()
                .indefinitely();
    }

    private static void eventually(Callable<Boolean> there) {
        await().atMost(Duration.ofSeconds(30)).until(there);
    }
}
