package cn.minyi5.bench.load;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Visits at the moments of a schedule; whoever submits is logged in before the schedule begins. */
public final class OpenLoop {
    private static final int CONNECTIONS = 32;

    private final Crowd crowd;
    private final List<Submission> plain;
    private final List<Submission> sampled;

    public OpenLoop(Crowd crowd, String category, String sampledCategory) {
        this.crowd = crowd;
        this.plain = submissions(category);
        this.sampled = submissions(sampledCategory);
    }

    /** Returns when all of them have been accepted. */
    public void run(Arrivals arrivals) {
        Threads.run(CONNECTIONS, number -> worker(number, arrivals));
    }

    private Callable<Void> worker(int worker, Arrivals arrivals) {
        return () -> {
            try (var connection = new HttpConnection(crowd.intake())) {
                var schedule = arrivals.schedule();
                for (int each = schedule.take(); each >= 0; each = schedule.take()) {
                    var submission = (Arrivals.isSampled(each) ? sampled : plain).get(worker);
                    submission.renew(RandomIds.next(), RandomIds.next(), arrivals.requestId(each));
                    Crowd.expectCreated(connection.exchange(submission.bytes()), connection);
                    arrivals.answered(each);
                }
            }
            return null;
        };
    }

    private List<Submission> submissions(String category) {
        return Stream.generate(() -> crowd.submission(category))
                .limit(CONNECTIONS)
                .toList();
    }
}
