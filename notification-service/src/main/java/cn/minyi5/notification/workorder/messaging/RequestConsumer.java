package cn.minyi5.notification.workorder.messaging;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.OldReactions;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.notification.workorder.application.WorkOrders;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Remembers which team must be told when a request has its answer. */
@ApplicationScoped
class RequestConsumer {

    private final WorkOrders workOrders;

    private final Reactions reactions;

    RequestConsumer(Inbox inbox, WorkOrders workOrders) {
        this.workOrders = workOrders;
        this.reactions = reactions().in(inbox.group("notification.requests"));
    }

    @Incoming("requests")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(RequestEvent.Forwarded.class, (received, tx) -> {
            var forwarded = received.event();
            return workOrders.keepTeam(tx, forwarded.requestId(), forwarded.teamCode());
        });
    }
}
