package cn.minyi5.escalation.clock.domain;

import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.ENDED;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.HELD;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.RAN_ON;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.RELEASED;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.escalation.clock.domain.SlaClock.Light;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlaClockTest {

    private static final Instant NINE = Instant.parse("2021-09-05T01:00:00Z");
    private static final SlaClock ONE_HOUR =
            SlaClock.start(new PolicyTerms(Duration.ofHours(1), new BigDecimal("0.2"), Duration.ofHours(1)), NINE);

    @Test
    void anOrderSignedAtMinute59IsInTime() {
        assertThat(ONE_HOUR.turn(STOPPED, minute(59)).isStoppedInTime()).isTrue();
    }

    @Test
    void anOrderSignedAtTheVeryDueMomentIsInTimeAndAMillisecondLaterIsNot() {
        assertThat(ONE_HOUR.turn(STOPPED, minute(60)).isStoppedInTime()).isTrue();
        assertThat(ONE_HOUR.turn(STOPPED, minute(60).plusMillis(1)).isStoppedInTime())
                .isFalse();
    }

    @Test
    void theLightIsGreenThenYellowThenRedAndStaysAsItStopped() {
        assertThat(ONE_HOUR.lightAt(minute(47))).isEqualTo(Light.GREEN);
        assertThat(ONE_HOUR.lightAt(minute(48))).isEqualTo(Light.YELLOW);
        assertThat(ONE_HOUR.lightAt(minute(60))).isEqualTo(Light.YELLOW);
        assertThat(ONE_HOUR.lightAt(minute(61))).isEqualTo(Light.RED);
        assertThat(ONE_HOUR.turn(STOPPED, minute(10)).lightAt(minute(500))).isEqualTo(Light.GREEN);
    }

    @Test
    void aReplySentBackRunsOnFromWhatHadElapsed() {
        var clock = ONE_HOUR.turn(STOPPED, minute(40)).turn(RAN_ON, minute(100));

        assertThat(clock.dueAt()).isEqualTo(minute(120));
        assertThat(clock.status()).isEqualTo(new ClockStatus.Running());
    }

    @Test
    void aReplySentBackAfterItsDueMomentStaysDueWhenItWas() {
        var clock = ONE_HOUR.turn(STOPPED, minute(70)).turn(RAN_ON, minute(100));

        assertThat(clock.dueAt()).isEqualTo(minute(60));
        assertThat(clock.momentAfter(Duration.ofMinutes(75))).isEqualTo(minute(105));
    }

    @Test
    void aRunThatEndedWithoutBlameStaysEndedWhateverComesAfter() {
        var clock = ONE_HOUR.turn(ENDED, minute(30)).turn(STOPPED, minute(40)).turn(RAN_ON, minute(50));

        assertThat(clock.status()).isEqualTo(new ClockStatus.Ended(minute(30)));
        assertThat(clock.isStoppedInTime()).isFalse();
    }

    @Property
    void theSameTurnsGiveTheSameClockInWhateverOrderTheyAreHeard(
            @ForAll("turns") List<ClockTurn> turns, @ForAll long seed) {
        var shuffled = new ArrayList<>(turns);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(withTurns(shuffled)).isEqualTo(withTurns(turns));
    }

    @Property
    void aReturnSilencesAndStopsNothingSoDueMomentAndStatusAreTheSameWithoutIt(@ForAll("turns") List<ClockTurn> turns) {
        var without = turns.stream()
                .filter(turn -> turn.kind() != HELD && turn.kind() != RELEASED)
                .toList();

        assertThat(withTurns(turns).dueAt()).isEqualTo(withTurns(without).dueAt());
        assertThat(withTurns(turns).status()).isEqualTo(withTurns(without).status());
    }

    @Property
    void noRungFiresInSilenceAndNoneThatTheDepartmentHearsIsMoved(
            @ForAll("turns") List<ClockTurn> turns, @ForAll @IntRange(max = 200) int minute) {
        var fires = withTurns(turns).firesAt(minute(minute));

        if (isHeldAt(minute, turns)) {
            assertThat(fires).isEqualTo(firstReleaseAfter(minute, turns));
        } else {
            assertThat(fires).contains(minute(minute));
        }
    }

    @Property
    void aMomentIsReachedWhenTheClockHasRunSoLongByASlowCount(
            @ForAll("turns") List<ClockTurn> turns, @ForAll @IntRange(max = 120) int minutes) {
        var clock = withTurns(turns);

        var reached = clock.momentAfter(Duration.ofMinutes(minutes));

        if (clock.status() instanceof ClockStatus.Running) {
            assertThat(minutesRunUntil(reached, turns)).isEqualTo(minutes);
        }
    }

    @Property
    void laterRungsNeverComeBeforeEarlierOnes(
            @ForAll("turns") List<ClockTurn> turns,
            @ForAll @IntRange(max = 120) int sooner,
            @ForAll @IntRange(max = 120) int more) {
        var clock = withTurns(turns);

        assertThat(clock.momentAfter(Duration.ofMinutes(sooner + more)))
                .isAfterOrEqualTo(clock.momentAfter(Duration.ofMinutes(sooner)));
    }

    @Provide
    Arbitrary<List<ClockTurn>> turns() {
        return Combinators.combine(
                        Arbitraries.of(ClockTurn.Kind.class),
                        Arbitraries.integers().between(0, 200))
                .as((kind, minute) -> new ClockTurn(kind, minute(minute)))
                .list()
                .ofMaxSize(8);
    }

    /** Walks minute by minute, asking each time whether the clock runs. */
    private static long minutesRunUntil(Instant until, List<ClockTurn> turns) {
        var running = true;
        var over = false;
        var run = 0L;
        var byMoment = turns.stream().sorted().toList();
        for (int minute = 0; minute(minute).isBefore(until); minute++) {
            for (var turn : byMoment) {
                if (turn.at().equals(minute(minute)) && !over) {
                    running = turn.kind() == RAN_ON || running && turn.kind() != STOPPED && turn.kind() != ENDED;
                    over = turn.kind() == ENDED;
                }
            }
            run += running ? 1 : 0;
        }
        return run;
    }

    /** Walks turn by turn up to the minute. */
    private static boolean isHeldAt(int minute, List<ClockTurn> turns) {
        var held = false;
        for (var turn : turns.stream().sorted().toList()) {
            if (!turn.at().isAfter(minute(minute))) {
                held = turn.kind() == HELD || held && turn.kind() != RELEASED;
            }
        }
        return held;
    }

    private static Optional<Instant> firstReleaseAfter(int minute, List<ClockTurn> turns) {
        return turns.stream()
                .filter(turn -> turn.kind() == RELEASED && turn.at().isAfter(minute(minute)))
                .map(ClockTurn::at)
                .min(Instant::compareTo);
    }

    private static SlaClock withTurns(List<ClockTurn> turns) {
        return new SlaClock(ONE_HOUR.terms(), ONE_HOUR.startedAt(), turns);
    }

    private static Instant minute(long minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
