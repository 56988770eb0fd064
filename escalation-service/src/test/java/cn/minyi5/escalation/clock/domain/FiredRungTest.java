package cn.minyi5.escalation.clock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FiredRungTest {

    private static final Instant NINE = Instant.parse("2021-09-05T01:00:00Z");
    private static final Duration LATE_AFTER = Duration.ofSeconds(60);
    private static final ClockRun RUN = new ClockRun(
            UUID.randomUUID(),
            new ClockedOrder(UUID.randomUUID(), "2021-000001", 1, 1, "370828101001001", "GS02", false, "ZJJ", false),
            ClockKind.SIGN,
            0,
            UUID.randomUUID(),
            SlaClock.start(new PolicyTerms(Duration.ofHours(1), new BigDecimal("0.2"), Duration.ofHours(1)), NINE),
            List.of());

    @Test
    void aRungFiredWithinAMinuteOfItsMomentIsNotLateNoticed() {
        assertThat(lateNoticed(RUN, Duration.ofSeconds(60))).isFalse();
    }

    @Test
    void aRungFiredMoreThanAMinuteAfterItsMomentIsLateNoticed() {
        assertThat(lateNoticed(RUN, Duration.ofSeconds(61))).isTrue();
    }

    @Test
    void aRungOfAClockThatHasStoppedMeanwhileIsLateNoticed() {
        var signedLate = RUN.turn(ClockTurn.Kind.STOPPED, NINE.plusSeconds(3601));

        assertThat(lateNoticed(signedLate, Duration.ofSeconds(2))).isTrue();
    }

    private static boolean lateNoticed(ClockRun run, Duration after) {
        var step = run.ahead().get(1);
        return FiredRung.of(run, step, step.at().plus(after), LATE_AFTER).lateNoticed();
    }
}
