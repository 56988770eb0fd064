package cn.minyi5.notification.delivery.messaging;

import cn.minyi5.contracts.ClockEvent;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.OldReactions;
import cn.minyi5.messaging.OldReceived;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.delivery.application.TellPeople;
import cn.minyi5.notification.template.domain.Occasion;
import cn.minyi5.notification.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells of reminders and red cards. The notice is told of by its own event, which has its number. */
@ApplicationScoped
class ClockConsumer {

    private final TellPeople tellPeople;

    private final Reactions reactions;

    ClockConsumer(Inbox inbox, TellPeople tellPeople) {
        this.tellPeople = tellPeople;
        this.reactions = reactions().in(inbox.group("notification.clocks"));
    }

    @Incoming("clocks")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(ClockEvent.RungReached.class, this::tell);
    }

    private Uni<Void> tell(OldReceived<ClockEvent.RungReached> received, Transaction tx) {
        var event = received.event();
        var workOrder = new WorkOrder(
                event.workOrderId(), event.workOrderNumber(), new GridCode(event.gridCode()), event.confidential());
        var dueAt = event.dueAt().toInstant();
        return switch (event.rung()) {
            case REMINDER ->
                tellPeople.handle(
                        tx, received.id(), new Occasion.Reminder(workOrder, event.clock(), event.department(), dueAt));
            case RED ->
                tellPeople.handle(
                        tx, received.id(), new Occasion.Red(workOrder, event.clock(), event.department(), dueAt));
            case NOTICE -> Uni.createFrom().voidItem();
        };
    }
}
