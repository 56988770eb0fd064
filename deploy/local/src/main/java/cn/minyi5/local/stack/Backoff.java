package cn.minyi5.local.stack;

import java.time.Duration;
import java.time.Instant;

/**
 * When something that keeps dying may be started again: at once the first time, then after 1 s, 2 s, 4 s, up to half a
 * minute; from the beginning when it has lived for a minute.
 */
final class Backoff {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration A_LIFE = Duration.ofMinutes(1);

    private Instant last = Instant.MIN;
    private Duration pause = Duration.ZERO;

    boolean isDue(Instant now) {
        return last.equals(Instant.MIN) || !now.isBefore(last.plus(pause));
    }

    void startedAt(Instant now) {
        var lived = !last.equals(Instant.MIN) && Duration.between(last, now).compareTo(pause.plus(A_LIFE)) < 0;
        pause = lived && !pause.isZero() ? shorter(pause.multipliedBy(2), LONGEST) : SHORTEST;
        last = now;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
