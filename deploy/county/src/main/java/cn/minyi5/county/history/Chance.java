package cn.minyi5.county.history;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Draws that come out the same for the same seed on every JVM. */
final class Chance {
    private Chance() {}

    /** One of them, the heavier the likelier. */
    static <T> T choose(List<T> all, ToDoubleFunction<T> weight, Random random) {
        var left = random.nextDouble() * all.stream().mapToDouble(weight).sum();
        for (var each : all) {
            left -= weight.applyAsDouble(each);
            if (left < 0) {
                return each;
            }
        }
        return all.get(all.size() - 1);
    }

    static boolean of(double probability, Random random) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    static int between(int least, int most, Random random) {
        return least + random.nextInt(most - least + 1);
    }
}
