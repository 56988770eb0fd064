package cn.minyi5.bench.figures;

import java.util.Arrays;
import java.util.Collection;

/** How long many things took, in nanoseconds; a time may be negative where something was seen before it was told. */
public final class Times {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    private Times(long[] sorted) {
        this.sorted = sorted;
    }

    public static Times of(long... nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Times(sorted);
    }

    /** All times of several measurements as one. */
    public static Times together(Collection<Times> parts) {
        return of(
                parts.stream().flatMapToLong(part -> Arrays.stream(part.sorted)).toArray());
    }

    public int count() {
        return sorted.length;
    }

    /**
     * The smallest time that at least this share of all does not exceed (nearest rank), in milliseconds; not a number
     * when there are none.
     *
     * @param share above 0, at most 1
     */
    public double millis(double share) {
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("no share: " + share);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        var rank = (int) Math.ceil(share * sorted.length);
        return sorted[rank - 1] / NANOS_PER_MILLI;
    }
}
