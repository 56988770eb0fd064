package cn.minyi5.intake.request.messaging;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.application.KnownWorkOrders;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.OldReactions;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps intake's copy of work orders: who holds them, what was answered, how they ended. */
@ApplicationScoped
class WorkOrdersConsumer {

    private final KnownWorkOrders orders;

    private final Reactions reactions;

    WorkOrdersConsumer(Inbox inbox, KnownWorkOrders orders) {
        this.orders = orders;
        this.reactions = reactions().in(inbox.group("intake.work-orders"));
    }

    @Incoming("work-orders")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(WorkOrderEvent.Opened.class, (received, tx) -> orders.open(tx, received.event()))
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
