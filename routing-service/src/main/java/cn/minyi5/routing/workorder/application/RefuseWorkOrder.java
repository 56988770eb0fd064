package cn.minyi5.routing.workorder.application;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.domain.NotAcceptedReason;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** 不予受理. The desk refuses an order for a reason from the closed list. */
@ApplicationScoped
public class RefuseWorkOrder {

    private final AdvanceWorkOrder advance;

    RefuseWorkOrder(AdvanceWorkOrder advance) {
        this.advance = advance;
    }

    public Uni<WorkOrder> handle(Transaction tx, Attempt attempt, NotAcceptedReason reason) {
        var steps = new WorkOrderSteps(attempt.by(), tx.now());
        return advance.handle(tx, attempt, order -> steps.refuse(order, reason));
    }
}
