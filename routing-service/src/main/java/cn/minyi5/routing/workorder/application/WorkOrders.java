package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.domain.TimelineEntry;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** All work orders, as those see them who change them. */
public interface WorkOrders {

    /**
     * The order, which nobody else changes until the transaction ends.
     *
     * @throws Refusal {@code work-order.unknown}
     */
    Uni<WorkOrder> lock(Transaction tx, UUID id);

    /** Stores what a step has led to, its lines of the timeline, and its events for the relay: one round trip. */
    Uni<Void> save(Transaction tx, Step step);

    /** The story so far with what this transaction has added to it; the oldest first. */
    Uni<List<TimelineEntry>> timeline(Transaction tx, UUID id);
}
