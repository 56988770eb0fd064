package cn.minyi5.bench.load;

import java.util.concurrent.Callable;

/** Visits at the moments of a schedule. */
public final class OpenLoop {
    private static final int CONNECTIONS = 32;

    private final Crowd crowd;
    private final Arrivals arrivals;

    public OpenLoop(Crowd crowd, Arrivals arrivals) {
        this.crowd = crowd;
        this.arrivals = arrivals;
    }

    /** Returns when all of them have been accepted. */
    public void run(String category, String sampledCategory) {
        Threads.run(CONNECTIONS, number -> worker(category, sampledCategory));
    }

    private Callable<Void> worker(String category, String sampledCategory) {
        var plain = crowd.submission(category);
        var sampled = crowd.submission(sampledCategory);
        return () -> {
            try (var connection = new HttpConnection(crowd.intake())) {
                var schedule = arrivals.schedule();
                for (int each = schedule.take(); each >= 0; each = schedule.take()) {
                    var submission = Arrivals.isSampled(each) ? sampled : plain;
                    submission.renew(RandomIds.next(), RandomIds.next(), arrivals.requestId(each));
                    Crowd.expectCreated(connection.exchange(submission.bytes()), connection);
                    arrivals.answered(each);
                }
            }
            return null;
        };
    }
}
