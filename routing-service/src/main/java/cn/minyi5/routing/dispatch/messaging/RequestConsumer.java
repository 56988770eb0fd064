package cn.minyi5.routing.dispatch.messaging;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.OldReactions;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.routing.dispatch.application.OpenWorkOrder;
import cn.minyi5.routing.workorder.application.FollowUpWorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A forwarded request becomes a work order; a follow-up closes it or begins its next round. */
@ApplicationScoped
class RequestConsumer {

    private final OpenWorkOrder openWorkOrder;
    private final FollowUpWorkOrder followUpWorkOrder;

    private final Reactions reactions;

    RequestConsumer(Inbox inbox, OpenWorkOrder openWorkOrder, FollowUpWorkOrder followUpWorkOrder) {
        this.openWorkOrder = openWorkOrder;
        this.followUpWorkOrder = followUpWorkOrder;
        this.reactions = reactions().in(inbox.group("routing.requests"));
    }

    @Incoming("requests")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(
                        RequestEvent.Forwarded.class,
                        (received, tx) -> openWorkOrder.handle(tx, received.event(), received.happenedAt()))
                .and(RequestEvent.FollowedUp.class, (received, tx) -> followUpWorkOrder.handle(tx, received.event()));
    }
}
