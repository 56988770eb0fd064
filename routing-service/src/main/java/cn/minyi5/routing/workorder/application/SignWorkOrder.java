package cn.minyi5.routing.workorder.application;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** 签收. The lead's clerk takes the order on. */
@ApplicationScoped
public class SignWorkOrder {

    private final AdvanceWorkOrder advance;

    SignWorkOrder(AdvanceWorkOrder advance) {
        this.advance = advance;
    }

    public Uni<WorkOrder> handle(Transaction tx, Attempt attempt) {
        var steps = new WorkOrderSteps(attempt.by(), tx.now());
        return advance.handle(tx, attempt, order -> steps.sign(order, attempt.departmentFor(order)));
    }
}
