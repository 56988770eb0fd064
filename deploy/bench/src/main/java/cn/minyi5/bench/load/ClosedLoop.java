package cn.minyi5.bench.load;

import cn.minyi5.bench.figures.Times;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** As much as the service takes: each connection submits again as soon as it has its answer. */
public final class ClosedLoop {
    private static final int EXPECTED = 1 << 14;

    private final Crowd crowd;
    private final String category;
    private final int connections;

    public ClosedLoop(Crowd crowd, String category, int connections) {
        this.crowd = crowd;
        this.category = category;
        this.connections = connections;
    }

    /** @param perSecond accepted ones, each answered within the time */
    public record Result(long accepted, double perSecond, Times times) {}

    /** Every answer must be 201. */
    public Result run(Duration duration) {
        var times = new long[connections][];
        var begin = System.nanoTime();
        var end = begin + duration.toNanos();
        Threads.run(connections, number -> worker(times, number, end));
        var all = Times.of(Arrays.stream(times).flatMapToLong(Arrays::stream).toArray());
        var seconds = (System.nanoTime() - begin) / 1e9;
        return new Result(all.count(), all.count() / seconds, all);
    }

    private Callable<Void> worker(long[][] times, int number, long end) {
        var submission = crowd.submission(category);
        return () -> {
            var mine = new long[EXPECTED];
            var count = 0;
            try (var connection = new HttpConnection(crowd.intake())) {
                while (System.nanoTime() < end) {
                    submission.renew(RandomIds.next(), RandomIds.next(), RandomIds.next());
                    var sent = System.nanoTime();
                    Crowd.expectCreated(connection.exchange(submission.bytes()), connection);
                    if (count == mine.length) {
                        mine = Arrays.copyOf(mine, 2 * count);
                    }
                    mine[count++] = System.nanoTime() - sent;
                }
            }
            times[number] = Arrays.copyOf(mine, count);
            return null;
        };
    }
}
