package cn.minyi5.escalation.figures.messaging;

import cn.minyi5.contracts.RequestEvent.Forwarded;
import cn.minyi5.contracts.RequestEvent.ResolvedOnSpot;
import cn.minyi5.escalation.figures.application.CopyRequests;
import cn.minyi5.messaging.EventConsumer;
import cn.minyi5.messaging.Reactions;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RequestConsumer implements EventConsumer {

    private final CopyRequests copyRequests;

    RequestConsumer(CopyRequests copyRequests) {
        this.copyRequests = copyRequests;
    }

    @Override
    public String group() {
        return "escalation.requests";
    }

    @Override
    public Reactions reactions() {
        return Reactions.on(ResolvedOnSpot.class, copyRequests::onResolved)
                .and(Forwarded.class, copyRequests::onForwarded);
    }
}
