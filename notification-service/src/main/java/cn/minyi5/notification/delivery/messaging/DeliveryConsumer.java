package cn.minyi5.notification.delivery.messaging;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.ClockEvent.RungReached;
import cn.minyi5.contracts.HandoverEvent;
import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.VisitMonthEvent.Began;
import cn.minyi5.contracts.VisitMonthEvent.Ended;
import cn.minyi5.contracts.WorkOrderDeferralEvent.Extended;
import cn.minyi5.contracts.WorkOrderDeferralEvent.ExtensionDenied;
import cn.minyi5.contracts.WorkOrderDeferralEvent.ExtensionRequested;
import cn.minyi5.contracts.WorkOrderDeferralEvent.Resumed;
import cn.minyi5.contracts.WorkOrderDeferralEvent.Suspended;
import cn.minyi5.contracts.WorkOrderDeferralEvent.SuspensionDenied;
import cn.minyi5.contracts.WorkOrderDeferralEvent.SuspensionProposed;
import cn.minyi5.contracts.WorkOrderDiversionEvent.AnsweredOutside;
import cn.minyi5.contracts.WorkOrderDiversionEvent.Merged;
import cn.minyi5.contracts.WorkOrderDiversionEvent.TakenBack;
import cn.minyi5.contracts.WorkOrderDiversionEvent.Unmerged;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.WorkOrderEvent.ArbitrationRequested;
import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.WorkOrderEvent.NotAccepted;
import cn.minyi5.contracts.WorkOrderEvent.Opened;
import cn.minyi5.contracts.WorkOrderEvent.Reopened;
import cn.minyi5.contracts.WorkOrderEvent.ReplyAccepted;
import cn.minyi5.contracts.WorkOrderEvent.ReplySentBack;
import cn.minyi5.contracts.WorkOrderEvent.ReturnRejected;
import cn.minyi5.contracts.WorkOrderEvent.ReturnRequested;
import cn.minyi5.contracts.WorkOrderEvent.Withdrawn;
import cn.minyi5.contracts.WorkOrderPartEvent.PartHandedIn;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reaction;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.messaging.Received;
import cn.minyi5.notification.delivery.DepartmentNames;
import cn.minyi5.notification.delivery.TellPeople;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import cn.minyi5.notification.template.domain.VisitMonths;
import cn.minyi5.notification.template.domain.WholeLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Tells whose turn it is, and of reminders, red cards and supervision notices; learns what departments are called. */
@ApplicationScoped
class DeliveryConsumer {

    private final TellPeople people;
    private final Reactions workOrders;
    private final Reactions requests;
    private final Reactions clocks;
    private final Reactions notices;
    private final Reactions handovers;
    private final Reactions catalogue;
    private final Reactions visitMonths;

    DeliveryConsumer(Inbox inbox, TellPeople people, DepartmentNames names) {
        this.people = people;
        workOrders = inbox.group("notification.work-orders")
                .to(
                        Dispatched.class,
                        unlessImported(received -> NotificationTrigger.of(received.event(), received.happenedAt())))
                .to(Opened.class, unlessImported(received -> NotificationTrigger.of(received.event())))
                .to(ReturnRequested.class, unlessImported(received -> NotificationTrigger.of(received.event())))
                .to(ReturnRejected.class, unlessImported(received -> NotificationTrigger.of(received.event())))
                .to(ArbitrationRequested.class, unlessImported(received -> NotificationTrigger.of(received.event())))
                .to(ReplySentBack.class, unlessImported(received -> NotificationTrigger.of(received.event())))
                .to(Withdrawn.class, unlessImported(received -> NotificationTrigger.of(received.event())))
                .to(NotAccepted.class, unlessImported(received -> NotificationTrigger.of(received.event())))
                .to(ReplyAccepted.class, unlessImported(received -> NotificationTrigger.of(received.event())))
                .to(ExtensionRequested.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(Extended.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(ExtensionDenied.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(SuspensionProposed.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(Suspended.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(SuspensionDenied.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(Resumed.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(Merged.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(Unmerged.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(AnsweredOutside.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(TakenBack.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(PartHandedIn.class, unlessImported(received -> WholeLife.of(received.event())))
                .to(Reopened.class, unlessImported(received -> WholeLife.of(received.event())));
        requests = inbox.group("notification.requests")
                .to(RequestEvent.Referred.class, people.reaction(received -> NotificationTrigger.of(received.event())));
        clocks = inbox.group("notification.clocks")
                .to(RungReached.class, people.reaction(received -> NotificationTrigger.of(received.event())));
        notices = inbox.group("notification.notices")
                .to(NoticeEvent.Issued.class, people.reaction(received -> NotificationTrigger.of(received.event())));
        handovers = inbox.group("notification.handovers")
                .to(HandoverEvent.Listed.class, people.reaction(received -> NotificationTrigger.of(received.event())));
        visitMonths = inbox.group("notification.visit-months")
                .to(Began.class, people.reaction(received -> VisitMonths.of(received.event(), received.id())))
                .to(Ended.class, people.reaction(received -> VisitMonths.of(received.event(), received.id())));
        catalogue = inbox.group("notification.catalogue").to(CatalogueEvent.Published.class, names::keepAll);
    }

    @Incoming("work-orders")
    Uni<Void> hearWorkOrders(ConsumerRecords<String, byte[]> batch) {
        return workOrders.hear(batch);
    }

    @Incoming("requests")
    Uni<Void> hearRequests(ConsumerRecords<String, byte[]> batch) {
        return requests.hear(batch);
    }

    @Incoming("clocks")
    Uni<Void> hearClocks(ConsumerRecords<String, byte[]> batch) {
        return clocks.hear(batch);
    }

    @Incoming("notices")
    Uni<Void> hearNotices(ConsumerRecords<String, byte[]> batch) {
        return notices.hear(batch);
    }

    @Incoming("handovers")
    Uni<Void> hearHandovers(ConsumerRecords<String, byte[]> batch) {
        return handovers.hear(batch);
    }

    @Incoming("catalogue")
    Uni<Void> hearCatalogue(ConsumerRecords<String, byte[]> batch) {
        return catalogue.hear(batch);
    }

    @Incoming("visit-months")
    Uni<Void> hearVisitMonths(ConsumerRecords<String, byte[]> batch) {
        return visitMonths.hear(batch);
    }

    /** History that was brought along tells nobody anything. */
    private <E extends WorkOrderEvent> Reaction<E> unlessImported(
            Function<Received<E>, @Nullable NotificationTrigger> trigger) {
        return people.reaction(received -> received.event().imported() ? null : trigger.apply(received));
    }
}
