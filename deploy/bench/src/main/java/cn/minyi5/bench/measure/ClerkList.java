package cn.minyi5.bench.measure;

import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.bench.load.HttpConnection;
import cn.minyi5.bench.load.HttpRequests;
import cn.minyi5.local.stack.DemoPersons;
import cn.minyi5.local.stack.Stack;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Subject subject;
    private final Arrivals arrivals;

    ClerkList(Subject subject, Arrivals arrivals) {
        this.subject = subject;
        this.arrivals = arrivals;
    }

    Callable<Void> watchWhile(BooleanSupplier goesOn) {
        return () -> {
            var routing = subject.stack().address(Stack.ROUTING);
            var request = HttpRequests.get(routing, PATH, subject.clerkToken());
            try (var connection = new HttpConnection(routing)) {
                while (goesOn.getAsBoolean()) {
                    look(connection, request);
                    LockSupport.parkNanos(BETWEEN_NANOS);
                }
                look(connection, request);
            }
            return null;
        };
    }

    private void look(HttpConnection connection, byte[] request) throws IOException {
        var status = connection.exchange(request);
        if (status != 200) {
            throw new IllegalStateException("the clerk's list answered " + status + " " + connection.body());
        }
        var signable = new ArrayList<String>();
        for (var order : JSON.readTree(connection.body()).path("items")) {
            arrivals.seen(UUID.fromString(order.path("requestId").asText()));
            signable.add(order.path("id").asText());
        }
        sign(signable);
    }

    private void sign(List<String> orders) {
        var clerk = subject.services().routing(DemoPersons.clerk(Subject.SAMPLED_LEAD));
        orders.forEach(order -> clerk.post("/api/work-orders/" + order + "/sign", Map.of()));
    }
}
