package cn.minyi5.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Visits of one forwarded request each, over as many connections as a busy hour has. */
public final class Load {
    /** Open connections. */
    public static final int CONNECTIONS = 32;

    private final Callable<Phone> phones;
    private final String category;
    private final String sampledCategory;

    /** @param sampledCategory of one request in a hundred, which another department gets */
    public Load(Callable<Phone> phones, String category, String sampledCategory) {
        this.phones = phones;
        this.category = category;
        this.sampledCategory = sampledCategory;
    }

    /** @param perSecond accepted ones */
    public record Accepted(double perSecond, Times times) {}

    /** At the moments of the schedule; returns when all that were sent are answered. A refusal ends the schedule. */
    public void submit(Arrivals arrivals) {
        try {
            Threads.run(CONNECTIONS, worker -> () -> {
                try (var phone = phones.call()) {
                    for (int each = arrivals.take(); each >= 0; each = arrivals.take()) {
                        var leadsTo = Arrivals.isSampled(each) ? sampledCategory : category;
                        phone.submit(Phone.newId(), Phone.newId(), arrivals.requestId(each), leadsTo);
                        arrivals.answered(each);
                    }
                } catch (IOException e) {
                    arrivals.end(e.toString());
                }
                return null;
            });
        } finally {
            arrivals.ended();
        }
    }

    /** As many as the service takes: each connection submits again as soon as it has its answer, which must be 201. */
    public Accepted submitAtOnce(Duration duration) {
        var times = new Times();
        var begin = System.nanoTime();
        Threads.run(CONNECTIONS, worker -> atOnce(times, begin + duration.toNanos()));
        return new Accepted(times.count() / ((System.nanoTime() - begin) / 1e9), times);
    }

    private Callable<Void> atOnce(Times times, long end) {
        return () -> {
            try (var phone = phones.call()) {
                while (System.nanoTime() < end) {
                    var sent = System.nanoTime();
                    phone.submit(Phone.newId(), Phone.newId(), Phone.newId(), category);
                    times.add(System.nanoTime() - sent);
                }
            }
            return null;
        };
    }
}
