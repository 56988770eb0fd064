package cn.minyi5.backends;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Bounded polling: processes of the operating system tell nobody when they are ready or gone. */
final class Patience {
    private static final long POLL_MILLIS = 20;

    private Patience() {}

    /** Polls every 20 ms; false when {@code atMost} has passed first. */
    static boolean waitUntil(Duration atMost, BooleanSupplier condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process", e);
        }
    }
}
