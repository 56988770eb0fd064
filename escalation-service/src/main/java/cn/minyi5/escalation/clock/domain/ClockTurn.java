package cn.minyi5.escalation.clock.domain;

import java.time.Instant;
import java.util.Comparator;

/** An entry in the log of a clock: what turned it, and when that happened. */
public record ClockTurn(Kind kind, Instant at) implements Comparable<ClockTurn> {

    /** In the order in which turns of one moment count. */
    public enum Kind {
        /** Signed, returned or replied: what the clock waits for was done. */
        STOPPED,
        /** The reply was sent back: runs on from what had elapsed. */
        RAN_ON,
        /** Returned: desk or office has the order. The clock runs, but no rung of it fires at the department. */
        HELD,
        /** The return was rejected: the department has it again, and what was passed meanwhile fires. */
        RELEASED,
        /** Return accepted, ruled or not accepted: the run ends without blame. */
        ENDED,
        /** 割接. The order is history no more: what comes from now on fires. */
        LIVE
    }

    private static final Comparator<ClockTurn> BY_MOMENT =
            Comparator.comparing(ClockTurn::at).thenComparing(ClockTurn::kind);

    @Override
    public int compareTo(ClockTurn other) {
        return BY_MOMENT.compare(this, other);
    }
}
