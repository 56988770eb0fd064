package cn.minyi5.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Backoff backoff = new Backoff();

    @Test
    void whatDiesForTheFirstTimeIsStartedAtOnce() {
        assertThat(backoff.isDue(NOON)).isTrue();
    }

    @Test
    void whatDiesAgainAndAgainWaitsLongerEachTimeButNeverMoreThanHalfAMinute() {
        var now = NOON;
        for (var seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            backoff.startedAt(now);
            assertThat(backoff.isDue(now.plusSeconds(seconds - 1))).isFalse();
            now = now.plusSeconds(seconds);
            assertThat(backoff.isDue(now)).isTrue();
        }
    }

    @Test
    void whatHasLivedForAMinuteBeginsFromTheBeginning() {
        backoff.startedAt(NOON);
        backoff.startedAt(NOON.plusSeconds(1));
        var later = NOON.plusSeconds(100);
        backoff.startedAt(later);
        assertThat(backoff.isDue(later.plusSeconds(1))).isTrue();
    }
}
