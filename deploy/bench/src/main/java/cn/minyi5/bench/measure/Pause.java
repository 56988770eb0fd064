package cn.minyi5.bench.measure;

import java.time.Duration;

/** Time that must pass: a measurement lets the machine settle. */
final class Pause {
    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the machine settles", e);
        }
    }
}
