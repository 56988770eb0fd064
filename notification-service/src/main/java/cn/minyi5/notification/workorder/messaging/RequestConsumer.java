package cn.minyi5.notification.workorder.messaging;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.messaging.EventConsumer;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.notification.workorder.application.WorkOrders;
import jakarta.enterprise.context.ApplicationScoped;

/** Remembers which team must be told when a request has its answer. */
@ApplicationScoped
class RequestConsumer implements EventConsumer {

    private final WorkOrders workOrders;

    RequestConsumer(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public String group() {
        return "notification.requests";
    }

    @Override
    public Reactions reactions() {
        return Reactions.on(RequestEvent.Forwarded.class, (received, tx) -> {
            var forwarded = received.event();
            return workOrders.keepTeam(tx, forwarded.requestId(), forwarded.teamCode());
        });
    }
}
