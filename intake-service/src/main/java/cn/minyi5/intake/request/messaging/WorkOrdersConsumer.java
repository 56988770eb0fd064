package cn.minyi5.intake.request.messaging;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.application.KnownWorkOrders;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.messaging.EventConsumer;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps intake's copy of work orders: who holds them, what was answered, how they ended. */
@ApplicationScoped
class WorkOrdersConsumer implements EventConsumer {

    private final KnownWorkOrders orders;

    WorkOrdersConsumer(KnownWorkOrders orders) {
        this.orders = orders;
    }

    @Override
    public String group() {
        return "intake.work-orders";
    }

    @Override
    public Reactions reactions() {
        return Reactions.on(WorkOrderEvent.Opened.class, (received, tx) -> orders.open(tx, received.event()))
                .and(WorkOrderEvent.Dispatched.class, (received, tx) -> {
                    var event = received.event();
                    return known(
                            event.workOrderId(), orders.hold(tx, event.workOrderId(), event.lead(), event.round()));
                })
                .and(WorkOrderEvent.ReturnAccepted.class, (received, tx) -> {
                    var event = received.event();
                    return known(event.workOrderId(), orders.hold(tx, event.workOrderId(), null, event.round()));
                })
                .and(WorkOrderEvent.ReplyAccepted.class, (received, tx) -> {
                    var event = received.event();
                    return known(event.workOrderId(), orders.answer(tx, event, received.happenedAt()));
                })
                .and(WorkOrderEvent.Reworked.class, (received, tx) -> {
                    var event = received.event();
                    return known(event.workOrderId(), orders.hold(tx, event.workOrderId(), null, event.round()));
                })
                .and(WorkOrderEvent.Closed.class, (received, tx) -> {
                    var id = received.event().workOrderId();
                    return known(id, orders.end(tx, id, Ending.CLOSED));
                })
                .and(WorkOrderEvent.NotAccepted.class, (received, tx) -> {
                    var id = received.event().workOrderId();
                    return known(id, orders.end(tx, id, Ending.NOT_ACCEPTED));
                });
    }

    /** An order that was never opened here: its opening waits among the dead letters, and so must this. */
    private static Uni<Void> known(UUID workOrderId, Uni<Boolean> change) {
        return change.invoke(known -> {
                    if (!known) {
                        throw Refusal.conflict("work-order.unknown").with("workOrderId", workOrderId);
                    }
                })
                .replaceWithVoid();
    }
}
