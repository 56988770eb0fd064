package cn.minyi5.routing.webhook.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 重试计划. After each try that failed, how long it is until the next. */
public record RetrySchedule(List<Duration> waits) {

    /** Whoever asks for more is tried all the same: its wish must not put off for ever what others need to be told. */
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /**
     * @param tries that there were, the one that has just failed included
     * @param wish how long the receiver wants to be left alone, or null
     * @return null if that was the last one
     */
    public @Nullable Instant next(int tries, Instant failedAt, @Nullable Duration wish) {
        if (tries > waits.size()) {
            return null;
        }
        var wait = waits.get(tries - 1);
        var asked = wish == null ? Duration.ZERO : wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
        return failedAt.plus(wait.compareTo(asked) > 0 ? wait : asked);
    }
}
