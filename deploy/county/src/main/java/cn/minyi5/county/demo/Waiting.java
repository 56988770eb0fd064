package cn.minyi5.county.demo;

import cn.minyi5.backends.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks over HTTP until the answer is there: services tell each other by events, and nobody tells the demo. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Waiting() {}

    /** @throws DemoFailed naming {@code what} when {@code atMost} has passed first */
    static <T> T until(String what, Duration atMost, Supplier<Optional<T>> ask) {
        return Patience.waitFor(atMost, PAUSE, ask)
                .orElseThrow(() -> new DemoFailed("waited " + atMost.toSeconds() + " s in vain for " + what));
    }
}
