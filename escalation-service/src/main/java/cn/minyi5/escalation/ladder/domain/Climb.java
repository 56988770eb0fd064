package cn.minyi5.escalation.ladder.domain;

import cn.minyi5.escalation.clock.domain.ClockRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What one run climbs at once: every rung that has come, in order; and the run as it is then. */
public record Climb(List<ReachedRung> reached, ClockRun after) {

    /**
     * @param seenUpTo the moment up to which everything that happened is known: alone decides what fires
     * @param now see {@link ReachedRung#of}
     */
    public static Climb of(ClockRun run, Instant seenUpTo, Instant now, Duration lateAfter) {
        var reached = run.dueBy(seenUpTo).stream()
                .map(ahead -> ReachedRung.of(run, ahead, now, lateAfter))
                .toList();
        return new Climb(
                reached, run.fire(reached.stream().map(ReachedRung::fired).toList()));
    }
}
