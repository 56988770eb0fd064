package cn.minyi5.routing.workorder.application;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.domain.TimelineEntry;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One work order, kept in memory, and every step it has taken. */
final class OneWorkOrder implements WorkOrders {

    final List<Step> steps = new ArrayList<>();
    private WorkOrder order;

    OneWorkOrder(WorkOrder order) {
        this.order = order;
    }

    @Override
    public Uni<WorkOrder> lock(Transaction tx, UUID id) {
        return Uni.createFrom().item(() -> order);
    }

    @Override
    public Uni<Void> save(Transaction tx, Step step) {
        order = step.order();
        steps.add(step);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<TimelineEntry>> timeline(Transaction tx, UUID id) {
        return Uni.createFrom()
                .item(() ->
                        steps.stream().flatMap(step -> step.timeline().stream()).toList());
    }
}
