package cn.minyi5.escalation.figures.messaging;

import cn.minyi5.contracts.RequestEvent.Forwarded;
import cn.minyi5.contracts.RequestEvent.ResolvedOnSpot;
import cn.minyi5.escalation.figures.CopyRequests;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class RequestConsumer {

    private final Reactions reactions;

    RequestConsumer(Inbox inbox, CopyRequests copies) {
        reactions = inbox.group("escalation.requests")
                .to(ResolvedOnSpot.class, (received, now) -> copies.resolved(received))
                .to(Forwarded.class, (received, now) -> copies.forwarded(received));
    }

    @Incoming("requests")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
