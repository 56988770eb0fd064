package cn.minyi5.notification.delivery.messaging;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.OldReactions;
import cn.minyi5.messaging.OldReceived;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.delivery.application.TellPeople;
import cn.minyi5.notification.template.domain.Occasion;
import cn.minyi5.notification.workorder.application.WorkOrders;
import cn.minyi5.notification.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells whose turn it is. History that was brought along tells nobody anything. */
@ApplicationScoped
class WorkOrderConsumer {

    private final WorkOrders workOrders;
    private final TellPeople tellPeople;

    private final Reactions reactions;

    WorkOrderConsumer(Inbox inbox, WorkOrders workOrders, TellPeople tellPeople) {
        this.workOrders = workOrders;
        this.tellPeople = tellPeople;
        this.reactions = reactions().in(inbox.group("notification.work-orders"));
    }

    @Incoming("work-orders")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(WorkOrderEvent.Opened.class, this::keep)
                .and(WorkOrderEvent.Dispatched.class, this::tellClerks)
                .and(WorkOrderEvent.ReturnRequested.class, this::tellDesk)
                .and(WorkOrderEvent.ReplyAccepted.class, this::tellTeam);
    }

    private Uni<Void> keep(OldReceived<WorkOrderEvent.Opened> received, Transaction tx) {
        var event = received.event();
        return workOrders.keep(
                tx,
                new WorkOrder(
                        event.workOrderId(), event.number(), new GridCode(event.gridCode()), event.confidential()));
    }

    private Uni<Void> tellClerks(OldReceived<WorkOrderEvent.Dispatched> received, Transaction tx) {
        var event = received.event();
        if (event.imported()) {
            return Uni.createFrom().voidItem();
        }
        var workOrder = new WorkOrder(
                event.workOrderId(), event.number(), new GridCode(event.gridCode()), event.confidential());
        return tellPeople.handle(
                tx, received.id(), new Occasion.Dispatched(workOrder, event.lead(), received.happenedAt()));
    }

    private Uni<Void> tellDesk(OldReceived<WorkOrderEvent.ReturnRequested> received, Transaction tx) {
        var event = received.event();
        if (event.imported()) {
            return Uni.createFrom().voidItem();
        }
        return workOrders
                .get(tx, event.workOrderId())
                .flatMap(workOrder -> tellPeople.handle(
                        tx, received.id(), new Occasion.ReturnRequested(workOrder, event.department())));
    }

    private Uni<Void> tellTeam(OldReceived<WorkOrderEvent.ReplyAccepted> received, Transaction tx) {
        var event = received.event();
        if (event.imported()) {
            return Uni.createFrom().voidItem();
        }
        return workOrders.get(tx, event.workOrderId()).flatMap(workOrder -> workOrders
                .teamOf(tx, event.requestId())
                .flatMap(team -> tellPeople.handle(
                        tx,
                        received.id(),
                        new Occasion.ReplyAccepted(workOrder, team, event.department(), event.resultCode()))));
    }
}
