package cn.minyi5.messaging;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How long to wait before the next try: doubled each time, up to the longest. */
record Backoff(Duration first, Duration longest) {

    /** @param tries how many have failed, from 1 */
    Duration after(int tries) {
        var doubled = first.multipliedBy(1L << Math.min(tries - 1, 20));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** Waits, but not once {@code stopped}. */
    void await(int tries, BooleanSupplier stopped) {
        var until = System.nanoTime() + after(tries).toNanos();
        while (!stopped.getAsBoolean()
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Math.min(Duration.ofMillis(50).toNanos(), until - System.nanoTime()));
        }
    }
}
