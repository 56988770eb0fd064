package cn.minyi5.routing.dispatch.messaging;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.routing.dispatch.Handovers;
import cn.minyi5.routing.dispatch.OpenWorkOrders;
import cn.minyi5.routing.workorder.CitizenDecisions;
import cn.minyi5.routing.workorder.CitizenPrivacy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * A forwarded request becomes a work order; a follow-up closes it or begins its next round; one that is withdrawn ends;
 * of who was erased nothing is left.
 */
@ApplicationScoped
class RequestConsumer {

    private final Reactions reactions;

    RequestConsumer(
            Inbox inbox,
            OpenWorkOrders openWorkOrders,
            Handovers handovers,
            CitizenDecisions citizens,
            CitizenPrivacy privacy) {
        reactions = inbox.group("routing.requests")
                .to(RequestEvent.Forwarded.class, (forwarded, now) -> openWorkOrders
                        .openAll(forwarded, now)
                        .chain(() -> handovers.opened(forwarded, now)))
                .to(RequestEvent.FollowedUp.class, citizens::followUpAll)
                .to(RequestEvent.Withdrawn.class, citizens::withdrawAll)
                .to(RequestEvent.Erased.class, privacy::forgetAll);
    }

    @Incoming("requests")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
