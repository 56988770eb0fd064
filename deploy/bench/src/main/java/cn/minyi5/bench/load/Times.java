package cn.minyi5.bench.load;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long many things took, to a thousandth of each; for several threads. */
public final class Times {
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Histogram nanos = new ConcurrentHistogram(DIGITS);

    /** What was seen before it was told (below zero) took no time. */
    public void add(long time) {
        nanos.recordValue(Math.max(0, time));
    }

    public long count() {
        return nanos.getTotalCount();
    }

    /** In milliseconds; not a number when there are none. */
    public double p50() {
        return millis(50);
    }

    /** In milliseconds, as {@link #p50}. */
    public double p99() {
        return millis(99);
    }

    private double millis(double percentile) {
        return count() == 0 ? Double.NaN : nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }
}
