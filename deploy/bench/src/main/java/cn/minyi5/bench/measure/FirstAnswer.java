package cn.minyi5.bench.measure;

import cn.minyi5.bench.load.HttpRequests;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** From the start of a process to its first 200, asking every 5 ms over a connection of its own. */
final class FirstAnswer {
    private static final long STEP_NANOS = 5_000_000;
    private static final long AT_MOST_NANOS = 180_000_000_000L;

    private FirstAnswer() {}

    /**
     * @param start starts the process; may return later than the first answer
     * @return seconds
     */
    static double after(Runnable start, URI service, String path, String token) {
        var begin = System.nanoTime();
        var starting = CompletableFuture.runAsync(start);
        while (!HttpRequests.isAnswered(service, path, token)) {
            if (starting.isCompletedExceptionally() || System.nanoTime() - begin > AT_MOST_NANOS) {
                throw new IllegalStateException("no 200 from " + path);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        starting.join();
        return seconds;
    }
}
