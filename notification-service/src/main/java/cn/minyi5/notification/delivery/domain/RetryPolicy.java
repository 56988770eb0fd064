package cn.minyi5.notification.delivery.domain;

import java.time.Duration;
import java.util.Optional;

/**
 * 重试. How long a channel that fails is tried.
 *
 * @param tries at most, from 1
 * @param first wait after the first failed try; each further wait is twice as long
 * @param longest no wait is longer
 */
public record RetryPolicy(int tries, Duration first, Duration longest) {

    /** How long to wait after so many tries, or empty: give up. */
    public Optional<Duration> waitAfter(int triesSoFar) {
        if (triesSoFar >= tries) {
            return Optional.empty();
        }
        var wait = first;
        for (int i = 1; i < triesSoFar && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return Optional.of(wait.compareTo(longest) < 0 ? wait : longest);
    }
}
