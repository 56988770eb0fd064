package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.bench.load.Threads;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.Api;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Submits on a schedule, and watches where the requests become visible for the department: in routing's database, where
 * what is committed is what the department's next call shows, and one in a hundred on the list of a clerk, who asks over
 * HTTP and signs what came, so that the list stays a screen long. Watching costs the machine time, too.
 */
final class VisibleLoad {
    private static final double STRAGGLERS_SECONDS = 30;
    private static final long BETWEEN_LOOKS_NANOS = 5_000_000;
    private static final long BETWEEN_CALLS_NANOS = 100_000_000;
    private static final int WATCHERS_AND_LOAD = 3;
    private static final int FEW = 50;
    private static final int MANY = 20_000;
    private static final String NEWEST =
            """
            select request_id
            from work_order_listed listed join work_order on id = work_order_id
            where county = '370828' and list = 'of:' || ? and listed.state = 'AWAITING_SIGN'
            order by listed.since desc, work_order_id desc limit ?""";
    private static final String LIST = "/api/work-orders?state=AWAITING_SIGN&limit=50";

    private final Build build;
    private final Arrivals arrivals;

    private VisibleLoad(Build build, Arrivals arrivals) {
        this.build = build;
        this.arrivals = arrivals;
    }

    /** Returns when all that were accepted have been seen, at most half a minute after the last one was sent. */
    static Arrivals run(Bench bench, Build build, int perSecond, Duration duration) {
        var clerk = build.county().routing(DemoPersons.clerk(Bench.SAMPLED_LEAD));
        clerk.get(LIST);
        build.county().login(DemoPersons.VILLAGE_SECRETARY).token();
        var arrivals = new Arrivals(perSecond, duration.toSeconds());
        var watched = new VisibleLoad(build, arrivals);
        Threads.run(WATCHERS_AND_LOAD, number -> switch (number) {
            case 0 -> watched.table();
            case 1 -> watched.list(clerk);
            default ->
                () -> {
                    bench.load(build).submit(arrivals);
                    return null;
                };
        });
        return arrivals;
    }

    private boolean goesOn() {
        return !arrivals.isOver()
                && arrivals.secondsSinceEnd() < STRAGGLERS_SECONDS
                && !Thread.currentThread().isInterrupted();
    }

    private Callable<Void> table() {
        return () -> {
            try (var connection = build.database(Build.ROUTING).connect();
                    var query = connection.prepareStatement(NEWEST)) {
                query.setString(1, Bench.LEAD);
                while (goesOn()) {
                    // When all of the few are new there may be more behind them.
                    if (look(query, FEW) == FEW) {
                        look(query, MANY);
                    }
                    arrivals.endIfBehind();
                    LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
                }
                look(query, MANY);
            }
            return null;
        };
    }

    /** How many were not seen before. */
    private int look(PreparedStatement query, int limit) throws SQLException {
        query.setInt(2, limit);
        var fresh = 0;
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                var requestId = rows.getObject(1, UUID.class);
                if (arrivals.isAwaitedInDatabase(requestId)) {
                    arrivals.seen(requestId);
                    fresh++;
                }
            }
        }
        return fresh;
    }

    private Callable<Void> list(Api clerk) {
        return () -> {
            while (goesOn()) {
                look(clerk);
                LockSupport.parkNanos(BETWEEN_CALLS_NANOS);
            }
            look(clerk);
            return null;
        };
    }

    private void look(Api clerk) {
        var signable = new ArrayList<String>();
        for (var order : clerk.get(LIST).path("items")) {
            arrivals.seen(UUID.fromString(order.path("requestId").asText()));
            signable.add(order.path("id").asText());
        }
        signable.forEach(order -> clerk.post("/api/work-orders/" + order + "/sign", Map.of()));
    }
}
