package cn.minyi5.escalation.clock.domain;

import java.time.Instant;
import java.util.Comparator;

/** An entry in the log of a clock: what turned it, and when that happened. */
public record ClockTurn(Kind kind, Instant at) implements Comparable<ClockTurn> {

    /** In the order in which turns of one moment count. */
    public enum Kind {
        /** Signed, or replied: what the clock waits for was done. */
        STOPPED,
        /** The reply was sent back: runs on from what had elapsed. */
        RAN_ON,
        /** Returned, ruled or not accepted: the run ends without blame. */
        ENDED
    }

    private static final Comparator<ClockTurn> BY_MOMENT =
            Comparator.comparing(ClockTurn::at).thenComparing(ClockTurn::kind);

    @Override
    public int compareTo(ClockTurn other) {
        return BY_MOMENT.compare(this, other);
    }
}
