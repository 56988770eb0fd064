package cn.minyi5.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness says no, and why, while delivery stands still: the relay goes round no more or its turn has failed, an event
 * waits in the outbox for too long, or one that was heard is not handled.
 */
@Readiness
@ApplicationScoped
class DeliveryHealth implements HealthCheck {

    private final MessagingRuntime runtime;
    private final Inbox inbox;
    private final Duration longest;

    DeliveryHealth(MessagingRuntime runtime, Inbox inbox, MessagingConfig config) {
        this.runtime = runtime;
        this.inbox = inbox;
        this.longest = config.longestWait();
    }

    @Override
    public HealthCheckResponse call() {
        var relay = runtime.relay();
        var answer = HealthCheckResponse.named("delivery");
        var well = true;
        if (isTooLong(relay.silentFor())) {
            well = false;
            answer.withData("relay", "silent for " + relay.silentFor().toSeconds() + " s " + relay.trouble());
        }
        if (isTooLong(relay.oldestUnsent())) {
            well = false;
            answer.withData(
                    "outbox",
                    "the oldest event waits for " + relay.oldestUnsent().toSeconds() + " s " + relay.trouble());
        }
        for (var group : inbox.all()) {
            if (isTooLong(group.inHandFor())) {
                well = false;
                answer.withData(
                        group.group(),
                        "a batch is in hand for " + group.inHandFor().toSeconds() + " s");
            }
        }
        return answer.status(well).build();
    }

    private boolean isTooLong(Duration time) {
        return time.compareTo(longest) > 0;
    }
}
