package cn.minyi5.bench.figures;

/**
 * One round: the reference and ours, measured one right after the other.
 *
 * @param reference what the machine can do, in the unit of {@code ours}, above 0
 */
public record Pair(double reference, double ours) {

    /** Ours as a multiple of the reference. */
    public double ratio() {
        return ours / reference;
    }
}
