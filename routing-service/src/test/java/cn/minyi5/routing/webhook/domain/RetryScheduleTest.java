package cn.minyi5.routing.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-05T01:00:00Z");
    private final RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)));

    @Test
    void eachFailureWaitsLongerAndTheLastOneIsTheEnd() {
        assertThat(schedule.next(1, NOW, null)).isEqualTo(NOW.plusSeconds(5));
        assertThat(schedule.next(2, NOW, null)).isEqualTo(NOW.plusSeconds(300));
        assertThat(schedule.next(3, NOW, null)).isNull();
    }

    @Test
    void aSystemThatWantsToBeLeftAloneIsLeftAloneForADayAtMost() {
        var busy = (AttemptOutcome.Failed) AttemptOutcome.answered(503, "120");
        assertThat(schedule.next(1, NOW, busy.retryAfter())).isEqualTo(NOW.plusSeconds(120));
        assertThat(schedule.next(2, NOW, busy.retryAfter())).isEqualTo(NOW.plusSeconds(300));
        assertThat(schedule.next(1, NOW, Duration.ofDays(30))).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(((AttemptOutcome.Failed) AttemptOutcome.answered(429, "tomorrow")).retryAfter())
                .isNull();
    }

    @Test
    void onlyAnAnswerOfTwoHundredAndSomethingIsADelivery() {
        assertThat(AttemptOutcome.answered(202, null)).isInstanceOf(AttemptOutcome.Delivered.class);
        assertThat(AttemptOutcome.answered(302, null)).isInstanceOf(AttemptOutcome.Failed.class);
        assertThat(AttemptOutcome.answered(404, null)).isInstanceOf(AttemptOutcome.Failed.class);
        assertThat(AttemptOutcome.answered(410, null)).isInstanceOf(AttemptOutcome.Gone.class);
    }
}
