package cn.minyi5.notification.delivery.messaging;

import cn.minyi5.contracts.ClockEvent;
import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reaction;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.messaging.Received;
import cn.minyi5.notification.delivery.TellPeople;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells whose turn it is, and of reminders, red cards and supervision notices. */
@ApplicationScoped
class DeliveryConsumer {

    private final TellPeople people;
    private final Reactions workOrders;
    private final Reactions clocks;
    private final Reactions notices;

    DeliveryConsumer(Inbox inbox, TellPeople people) {
        this.people = people;
        workOrders = inbox.group("notification.work-orders")
                .to(
                        WorkOrderEvent.Dispatched.class,
                        unlessImported(received -> NotificationTrigger.of(received.event(), received.happenedAt())))
                .to(
                        WorkOrderEvent.ReturnRequested.class,
                        unlessImported(received -> NotificationTrigger.of(received.event())))
                .to(
                        WorkOrderEvent.ReplyAccepted.class,
                        unlessImported(received -> NotificationTrigger.of(received.event())));
        clocks = inbox.group("notification.clocks")
                .to(
                        ClockEvent.RungReached.class,
                        people.reaction(received -> NotificationTrigger.of(received.event())));
        notices = inbox.group("notification.notices")
                .to(NoticeEvent.Issued.class, people.reaction(received -> NotificationTrigger.of(received.event())));
    }

    @Incoming("work-orders")
    Uni<Void> hearWorkOrders(ConsumerRecords<String, byte[]> batch) {
        return workOrders.hear(batch);
    }

    @Incoming("clocks")
    Uni<Void> hearClocks(ConsumerRecords<String, byte[]> batch) {
        return clocks.hear(batch);
    }

    @Incoming("notices")
    Uni<Void> hearNotices(ConsumerRecords<String, byte[]> batch) {
        return notices.hear(batch);
    }

    /** History that was brought along tells nobody anything. */
    private <E extends WorkOrderEvent> Reaction<E> unlessImported(Function<Received<E>, NotificationTrigger> trigger) {
        return people.reaction(received -> received.event().imported() ? null : trigger.apply(received));
    }
}
