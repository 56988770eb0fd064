package cn.minyi5.notification.delivery.messaging;

import cn.minyi5.contracts.ClockEvent;
import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.notification.delivery.TellPeople;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import cn.minyi5.notification.template.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Tells of reminders, red cards and supervision notices. */
@ApplicationScoped
class EscalationConsumer {

    private final Reactions clocks;
    private final Reactions notices;

    EscalationConsumer(Inbox inbox, TellPeople people) {
        clocks = inbox.group("notification.clocks")
                .to(ClockEvent.RungReached.class, people.reaction(received -> ofClock(received.event())));
        notices = inbox.group("notification.notices")
                .to(NoticeEvent.Issued.class, people.reaction(received -> ofNotice(received.event())));
    }

    @Incoming("clocks")
    Uni<Void> hearClocks(ConsumerRecords<String, byte[]> batch) {
        return clocks.hear(batch);
    }

    @Incoming("notices")
    Uni<Void> hearNotices(ConsumerRecords<String, byte[]> batch) {
        return notices.hear(batch);
    }

    private static @Nullable NotificationTrigger ofClock(ClockEvent.RungReached event) {
        var workOrder = new WorkOrder(
                event.workOrderId(), event.workOrderNumber(), new GridCode(event.gridCode()), event.confidential());
        var dueAt = event.dueAt().toInstant();
        return switch (event.rung()) {
            case REMINDER -> NotificationTrigger.reminder(workOrder, event.department(), event.clock(), dueAt);
            case RED -> NotificationTrigger.red(workOrder, event.department(), event.clock(), dueAt);
            // The notice is told of by its own event, which has its number.
            case NOTICE -> null;
        };
    }

    private static NotificationTrigger ofNotice(NoticeEvent.Issued event) {
        var workOrder = new WorkOrder(
                event.workOrderId(), event.workOrderNumber(), new GridCode(event.gridCode()), event.confidential());
        var dueAt = event.dueAt().toInstant();
        return NotificationTrigger.notice(
                workOrder, event.department(), event.clock(), dueAt, event.year(), event.issue());
    }
}
