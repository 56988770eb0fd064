package cn.minyi5.escalation.figures.application;

import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** What figures need to know of work orders: each dispatch to a department, and what came of it. */
public interface DispatchCopies {

    Uni<Void> add(Transaction tx, Dispatched dispatched, Instant at);

    /** Returns how many dispatches there are by that number: 1 or 0. */
    Uni<Integer> returned(Transaction tx, UUID workOrderId, int dispatchNo, Instant at);

    /** Of the last dispatch that happened before. Returns how many there are: 1 or 0. */
    Uni<Integer> reworked(Transaction tx, UUID workOrderId, Instant at);

    /** Of the last dispatch that happened before. Returns how many there are: 1 or 0. */
    Uni<Integer> followedUp(
            Transaction tx, UUID eventId, UUID workOrderId, Instant at, Answer solved, Answer satisfied);
}
