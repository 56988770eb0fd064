package cn.minyi5.escalation.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What one run climbs at once: every rung that has come, in order; and the run as it is then. */
public record Climb(List<FiredRung> fired, ClockRun after) {

    /**
     * @param seenUpTo the moment up to which everything that happened is known: alone decides what fires
     * @param now see {@link FiredRung#of}
     */
    public static Climb of(ClockRun run, Instant seenUpTo, Instant now, Duration lateAfter) {
        var fired = run.dueBy(seenUpTo).stream()
                .map(ahead -> FiredRung.of(run, ahead, now, lateAfter))
                .toList();
        return new Climb(fired, run.fire(fired));
    }
}
