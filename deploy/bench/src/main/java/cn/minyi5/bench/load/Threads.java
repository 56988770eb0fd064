package cn.minyi5.bench.load;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Several threads that do one job together. */
public final class Threads {

    private Threads() {}

    /** Runs {@code count} workers side by side until all are done; the first failure interrupts the others. */
    public static void run(int count, IntFunction<Callable<Void>> worker) {
        var pool = Executors.newFixedThreadPool(count);
        var running = new ExecutorCompletionService<Void>(pool);
        try {
            for (int number = 0; number < count; number++) {
                running.submit(worker.apply(number));
            }
            for (int number = 0; number < count; number++) {
                running.take().get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load broke off: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted under load", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Time that must pass: a measurement lets the machine settle. */
    public static void pause(Duration duration) {
        waitUntil(System.nanoTime() + duration.toNanos());
    }

    /** @param nanoTime as in {@link System#nanoTime()} */
    public static void waitUntil(long nanoTime) {
        for (var left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
