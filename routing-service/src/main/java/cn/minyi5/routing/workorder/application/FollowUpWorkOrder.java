package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** 回访. What the citizen said closes the order or begins its next round. */
@ApplicationScoped
public class FollowUpWorkOrder {

    private final AdvanceWorkOrder advance;

    FollowUpWorkOrder(AdvanceWorkOrder advance) {
        this.advance = advance;
    }

    public Uni<Void> handle(Transaction tx, RequestEvent.FollowedUp event) {
        var steps = new WorkOrderSteps(event.followedUpBy(), tx.now());
        return advance.handle(
                        tx,
                        event.workOrderId(),
                        order -> steps.followUp(order, event.round(), event.solved(), event.satisfied()))
                .replaceWithVoid();
    }
}
