package cn.minyi5.county;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares out whole things in proportion, by the largest remainder; of equal remainders the earlier one wins. */
public final class Shares {
    private Shares() {}

    /** Parts that add up to {@code total}, in the order of the weights. */
    public static List<Integer> of(int total, List<? extends Number> weights) {
        var sum = weights.stream().mapToDouble(Number::doubleValue).sum();
        var exact = weights.stream()
                .mapToDouble(weight -> total * weight.doubleValue() / sum)
                .toArray();
        var parts = Arrays.stream(exact).mapToInt(part -> (int) part).toArray();
        IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> parts[i] - exact[i])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(total - Arrays.stream(parts).sum())
                .forEach(i -> parts[i]++);
        return Arrays.stream(parts).boxed().toList();
    }
}
