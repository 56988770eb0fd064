package cn.minyi5.escalation.figures.application;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.WorkOrderEvent.Closed;
import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.WorkOrderEvent.ReturnRequested;
import cn.minyi5.contracts.WorkOrderEvent.Reworked;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.OldReceived;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps a copy of every dispatch and of what came of it. What concerns a dispatch that is not known is refused and
 * becomes a dead letter, to be replayed after it.
 */
@ApplicationScoped
public class CopyWorkOrders {

    private final DispatchCopies copies;

    CopyWorkOrders(DispatchCopies copies) {
        this.copies = copies;
    }

    public Uni<Void> onDispatched(OldReceived<Dispatched> received, Transaction tx) {
        return copies.add(tx, received.event(), received.happenedAt());
    }

    /** @throws Refusal {@code dispatch.unknown} */
    public Uni<Void> onReturned(OldReceived<ReturnRequested> received, Transaction tx) {
        var event = received.event();
        return known(received, copies.returned(tx, event.workOrderId(), event.dispatchNo(), received.happenedAt()));
    }

    /** @throws Refusal {@code dispatch.unknown} */
    public Uni<Void> onReworked(OldReceived<Reworked> received, Transaction tx) {
        var event = received.event();
        return known(received, copies.reworked(tx, event.workOrderId(), received.happenedAt()))
                .chain(() -> followedUp(received, event.solved(), event.satisfied(), tx));
    }

    /** @throws Refusal {@code dispatch.unknown} */
    public Uni<Void> onClosed(OldReceived<Closed> received, Transaction tx) {
        return followedUp(received, received.event().solved(), received.event().satisfied(), tx);
    }

    private Uni<Void> followedUp(
            OldReceived<? extends WorkOrderEvent> received, Answer solved, Answer satisfied, Transaction tx) {
        return known(
                received,
                copies.followedUp(
                        tx, received.id(), received.event().workOrderId(), received.happenedAt(), solved, satisfied));
    }

    private static Uni<Void> known(OldReceived<? extends WorkOrderEvent> received, Uni<Integer> dispatches) {
        return dispatches
                .invoke(found -> {
                    if (found == 0) {
                        throw Refusal.conflict("dispatch.unknown")
                                .with("workOrder", received.event().workOrderId());
                    }
                })
                .replaceWithVoid();
    }
}
