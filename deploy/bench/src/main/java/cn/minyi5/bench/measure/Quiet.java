package cn.minyi5.bench.measure;

import java.time.Duration;

/** Lets what the last round left behind be worked off, so that it is not charged to the next one. */
public final class Quiet {
    private static final double MORE_THAN_IDLE = 0.10;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final double idle;

    private Quiet(double idle) {
        this.idle = idle;
    }

    /** Watches for five seconds how busy the machine is while nobody asks anything of the stack. */
    public static Quiet learn() {
        return new Quiet(Processor.busyDuring(Duration.ofSeconds(5)));
    }

    /** Share of all cores that the idle stack uses, 0 to 1. */
    public double idleShare() {
        return idle;
    }

    /** Returns when the machine is about as idle as it was, at most 60 s later; how many seconds that took. */
    public double await() {
        var begin = System.nanoTime();
        while (Processor.busyDuring(LOOK) > idle + MORE_THAN_IDLE && System.nanoTime() - begin < AT_MOST.toNanos()) {
            // Each look takes its second.
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
