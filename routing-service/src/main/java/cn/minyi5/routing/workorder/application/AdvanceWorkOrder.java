package cn.minyi5.routing.workorder.application;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/**
 * What all transitions have in common: hold the order, decide, store and announce. Of two at once the second finds what
 * the first has made of the order.
 */
@ApplicationScoped
class AdvanceWorkOrder {

    private final WorkOrders workOrders;

    AdvanceWorkOrder(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    /** For a person, who must be able to see the order. */
    Uni<WorkOrder> handle(Transaction tx, Attempt attempt, Function<WorkOrder, Step> decide) {
        return handle(tx, attempt.workOrderId(), order -> decide.apply(attempt.admittedTo(order)));
    }

    Uni<WorkOrder> handle(Transaction tx, UUID id, Function<WorkOrder, Step> decide) {
        return workOrders
                .lock(tx, id)
                .map(decide)
                .call(step -> workOrders.save(tx, step))
                .map(Step::order);
    }
}
