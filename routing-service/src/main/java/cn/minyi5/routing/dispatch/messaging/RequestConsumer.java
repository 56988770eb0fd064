package cn.minyi5.routing.dispatch.messaging;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.messaging.EventConsumer;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.routing.dispatch.application.OpenWorkOrder;
import cn.minyi5.routing.workorder.application.FollowUpWorkOrder;
import jakarta.enterprise.context.ApplicationScoped;

/** A forwarded request becomes a work order; a follow-up closes it or begins its next round. */
@ApplicationScoped
class RequestConsumer implements EventConsumer {

    private final OpenWorkOrder openWorkOrder;
    private final FollowUpWorkOrder followUpWorkOrder;

    RequestConsumer(OpenWorkOrder openWorkOrder, FollowUpWorkOrder followUpWorkOrder) {
        this.openWorkOrder = openWorkOrder;
        this.followUpWorkOrder = followUpWorkOrder;
    }

    @Override
    public String group() {
        return "routing.requests";
    }

    @Override
    public Reactions reactions() {
        return Reactions.on(
                        RequestEvent.Forwarded.class,
                        (received, tx) -> openWorkOrder.handle(tx, received.event(), received.happenedAt()))
                .and(RequestEvent.FollowedUp.class, (received, tx) -> followUpWorkOrder.handle(tx, received.event()));
    }
}
