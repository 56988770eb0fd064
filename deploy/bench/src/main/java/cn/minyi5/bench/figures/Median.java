package cn.minyi5.bench.figures;

import java.util.Arrays;
import java.util.Collection;

/** The middle of what came out: one disturbed round does not move it far. */
public final class Median {
    private Median() {}

    /** @throws IllegalArgumentException when there is nothing; of an even number the mean of the two in the middle */
    public static double of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public static double of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing has no median");
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        var upper = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
    }
}
