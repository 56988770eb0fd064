package cn.minyi5.escalation.figures.messaging;

import cn.minyi5.contracts.RequestEvent.Forwarded;
import cn.minyi5.contracts.RequestEvent.ResolvedOnSpot;
import cn.minyi5.escalation.figures.application.CopyRequests;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.OldReactions;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class RequestConsumer {

    private final CopyRequests copyRequests;

    private final Reactions reactions;

    RequestConsumer(Inbox inbox, CopyRequests copyRequests) {
        this.copyRequests = copyRequests;
        this.reactions = reactions().in(inbox.group("escalation.requests"));
    }

    @Incoming("requests")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(ResolvedOnSpot.class, copyRequests::onResolved)
                .and(Forwarded.class, copyRequests::onForwarded);
    }
}
