package cn.minyi5.notification.delivery.messaging;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.EventConsumer;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.delivery.application.TellPeople;
import cn.minyi5.notification.template.domain.Occasion;
import cn.minyi5.notification.workorder.application.WorkOrders;
import cn.minyi5.notification.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells whose turn it is. History that was brought along tells nobody anything. */
@ApplicationScoped
class WorkOrderConsumer implements EventConsumer {

    private final WorkOrders workOrders;
    private final TellPeople tellPeople;

    WorkOrderConsumer(WorkOrders workOrders, TellPeople tellPeople) {
        this.workOrders = workOrders;
        this.tellPeople = tellPeople;
    }

    @Override
    public String group() {
        return "notification.work-orders";
    }

    @Override
    public Reactions reactions() {
        return Reactions.on(WorkOrderEvent.Opened.class, this::keep)
                .and(WorkOrderEvent.Dispatched.class, this::tellClerks)
                .and(WorkOrderEvent.ReturnRequested.class, this::tellDesk)
                .and(WorkOrderEvent.ReplyAccepted.class, this::tellTeam);
    }

    private Uni<Void> keep(Received<WorkOrderEvent.Opened> received, Transaction tx) {
        var event = received.event();
        return workOrders.keep(
                tx,
                new WorkOrder(
                        event.workOrderId(), event.number(), new GridCode(event.gridCode()), event.confidential()));
    }

    private Uni<Void> tellClerks(Received<WorkOrderEvent.Dispatched> received, Transaction tx) {
        var event = received.event();
        if (event.imported()) {
            return Uni.createFrom().voidItem();
        }
        var workOrder = new WorkOrder(
                event.workOrderId(), event.number(), new GridCode(event.gridCode()), event.confidential());
        return tellPeople.handle(
                tx, received.id(), new Occasion.Dispatched(workOrder, event.lead(), received.happenedAt()));
    }

    private Uni<Void> tellDesk(Received<WorkOrderEvent.ReturnRequested> received, Transaction tx) {
        var event = received.event();
        if (event.imported()) {
            return Uni.createFrom().voidItem();
        }
        return workOrders
                .get(tx, event.workOrderId())
                .flatMap(workOrder -> tellPeople.handle(
                        tx, received.id(), new Occasion.ReturnRequested(workOrder, event.department())));
    }

    private Uni<Void> tellTeam(Received<WorkOrderEvent.ReplyAccepted> received, Transaction tx) {
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
