package cn.minyi5.notification.delivery.messaging;

import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.EventConsumer;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.delivery.application.TellPeople;
import cn.minyi5.notification.template.domain.Occasion;
import cn.minyi5.notification.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells of supervision notices. */
@ApplicationScoped
class NoticeConsumer implements EventConsumer {

    private final TellPeople tellPeople;

    NoticeConsumer(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    @Override
    public String group() {
        return "notification.notices";
    }

    @Override
    public Reactions reactions() {
        return Reactions.on(NoticeEvent.Issued.class, this::tell);
    }

    private Uni<Void> tell(Received<NoticeEvent.Issued> received, Transaction tx) {
        var event = received.event();
        var workOrder = new WorkOrder(
                event.workOrderId(), event.workOrderNumber(), new GridCode(event.gridCode()), event.confidential());
        return tellPeople.handle(
                tx,
                received.id(),
                new Occasion.NoticeIssued(
                        workOrder,
                        event.year(),
                        event.issue(),
                        event.clock(),
                        event.department(),
                        event.dueAt().toInstant()));
    }
}
