package cn.minyi5.county.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks over HTTP until the answer is there: services tell each other by events, and nobody tells the demo. */
final class Waiting {
    private static final Duration QUICK = Duration.ofMillis(50);
    private static final Duration SLOW = Duration.ofMillis(500);

    private Waiting() {}

    /** @throws DemoFailed naming {@code what} when {@code atMost} has passed first */
    static <T> T until(String what, Duration atMost, Supplier<Optional<T>> ask) {
        var begin = System.nanoTime();
        var pause = QUICK;
        while (true) {
            var answer = ask.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() - begin > atMost.toNanos()) {
                throw new DemoFailed("waited " + atMost.toSeconds() + " s in vain for " + what);
            }
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(SLOW) < 0 ? pause.multipliedBy(2) : SLOW;
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
