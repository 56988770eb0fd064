package cn.minyi5.bench.measure;

import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.local.api.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The clerk's own list over HTTP, asked again twenty milliseconds after each answer; the clerk signs what came, so that the
 * list stays a screen long.
 */
final class ClerkList {
    private static final long BETWEEN_NANOS = Duration.ofMillis(20).toNanos();
    static final String PATH = "/api/work-orders?state=AWAITING_SIGN&limit=50";

    private final Api clerk;
    private final Arrivals arrivals;

    ClerkList(Api clerk, Arrivals arrivals) {
        this.clerk = clerk;
        this.arrivals = arrivals;
    }

    Callable<Void> watchWhile(BooleanSupplier goesOn) {
        return () -> {
            while (goesOn.getAsBoolean()) {
                look();
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
            look();
            return null;
        };
    }

    private void look() {
        var signable = new ArrayList<String>();
        for (var order : clerk.get(PATH).path("items")) {
            arrivals.seen(UUID.fromString(order.path("requestId").asText()));
            signable.add(order.path("id").asText());
        }
        signable.forEach(order -> clerk.post("/api/work-orders/" + order + "/sign", Map.of()));
    }
}
