package cn.minyi5.backends;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Bounded polling of what tells nobody when it is ready or gone. */
public final class Patience {
    private static final Duration POLL = Duration.ofMillis(20);

    private Patience() {}

    /** Polls every 20 ms; false when {@code atMost} has passed first. */
    public static boolean waitUntil(Duration atMost, BooleanSupplier condition) {
        return waitFor(atMost, POLL, () -> Optional.of(true).filter(any -> condition.getAsBoolean()))
                .isPresent();
    }

    /** Asks at once and after each pause; empty when {@code atMost} has passed first. */
    public static <T> Optional<T> waitFor(Duration atMost, Duration pause, Supplier<Optional<T>> ask) {
        var deadline = System.nanoTime() + atMost.toNanos();
        var answer = ask.get();
        while (answer.isEmpty() && System.nanoTime() < deadline) {
            pause(pause);
            answer = ask.get();
        }
        return answer;
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
