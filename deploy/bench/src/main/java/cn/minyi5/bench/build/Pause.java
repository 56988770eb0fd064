package cn.minyi5.bench.build;

import java.time.Duration;

/** Time that must pass: a measurement lets the machine settle. */
public final class Pause {
    private Pause() {}

    public static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the machine settles", e);
        }
    }
}
