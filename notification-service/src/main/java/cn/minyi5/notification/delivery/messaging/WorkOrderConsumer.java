package cn.minyi5.notification.delivery.messaging;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.messaging.Received;
import cn.minyi5.notification.delivery.TellPeople;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import cn.minyi5.notification.template.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Tells whose turn it is. History that was brought along tells nobody anything. */
@ApplicationScoped
class WorkOrderConsumer {

    private final Reactions reactions;

    WorkOrderConsumer(Inbox inbox, TellPeople people) {
        reactions = inbox.group("notification.work-orders")
                .to(WorkOrderEvent.Dispatched.class, people.reaction(unlessImported(WorkOrderConsumer::dispatched)))
                .to(
                        WorkOrderEvent.ReturnRequested.class,
                        people.reaction(unlessImported(WorkOrderConsumer::returnRequested)))
                .to(
                        WorkOrderEvent.ReplyAccepted.class,
                        people.reaction(unlessImported(WorkOrderConsumer::replyAccepted)));
    }

    @Incoming("work-orders")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private static <E extends WorkOrderEvent> Function<Received<E>, @Nullable NotificationTrigger> unlessImported(
            Function<Received<E>, NotificationTrigger> trigger) {
        return received -> received.event().imported() ? null : trigger.apply(received);
    }

    private static NotificationTrigger dispatched(Received<WorkOrderEvent.Dispatched> received) {
        var event = received.event();
        var workOrder = new WorkOrder(
                event.workOrderId(), event.number(), new GridCode(event.gridCode()), event.confidential());
        return NotificationTrigger.dispatched(workOrder, event.lead(), received.happenedAt());
    }

    private static NotificationTrigger returnRequested(Received<WorkOrderEvent.ReturnRequested> received) {
        var event = received.event();
        return NotificationTrigger.returnRequested(workOrder(event.workOrderId(), event.facts()), event.department());
    }

    private static NotificationTrigger replyAccepted(Received<WorkOrderEvent.ReplyAccepted> received) {
        var event = received.event();
        var facts = event.facts();
        return NotificationTrigger.replyAccepted(
                workOrder(event.workOrderId(), facts),
                event.department(),
                facts == null ? null : facts.teamCode(),
                event.resultCode());
    }

    private static WorkOrder workOrder(UUID id, WorkOrderEvent.@Nullable Facts facts) {
        return facts == null
                ? WorkOrder.unknown(id)
                : new WorkOrder(id, facts.number(), new GridCode(facts.gridCode()), facts.confidential());
    }
}
