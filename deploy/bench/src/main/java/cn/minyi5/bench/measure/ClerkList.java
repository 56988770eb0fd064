package cn.minyi5.bench.measure;

import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.local.api.Api;
import cn.minyi5.local.stack.DemoPersons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The clerk's own list over HTTP, asked again five milliseconds after each answer; the clerk signs what came, so that the
 * list stays a screen long.
 */
final class ClerkList {
    private static final long BETWEEN_NANOS = Duration.ofMillis(5).toNanos();
    private static final String PATH = "/api/work-orders?state=AWAITING_SIGN&limit=50";

    private final Subject subject;
    private final Arrivals arrivals;

    ClerkList(Subject subject, Arrivals arrivals) {
        this.subject = subject;
        this.arrivals = arrivals;
    }

    Callable<Void> watchWhile(BooleanSupplier goesOn) {
        return () -> {
            var clerk = subject.services().routing(DemoPersons.clerk(Subject.SAMPLED_LEAD));
            while (goesOn.getAsBoolean()) {
                look(clerk);
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
            look(clerk);
            return null;
        };
    }

    private void look(Api clerk) {
        var signable = new ArrayList<String>();
        for (var order : clerk.get(PATH).path("items")) {
            arrivals.seen(UUID.fromString(order.path("requestId").asText()));
            signable.add(order.path("id").asText());
        }
        signable.forEach(order -> clerk.post("/api/work-orders/" + order + "/sign", Map.of()));
    }
}
