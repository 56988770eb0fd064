package cn.minyi5.notification.delivery.messaging;

import cn.minyi5.contracts.NoticeEvent;
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

/** Tells of supervision notices. */
@ApplicationScoped
class NoticeConsumer {

    private final TellPeople tellPeople;

    private final Reactions reactions;

    NoticeConsumer(Inbox inbox, TellPeople tellPeople) {
        this.tellPeople = tellPeople;
        this.reactions = reactions().in(inbox.group("notification.notices"));
    }

    @Incoming("notices")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(NoticeEvent.Issued.class, this::tell);
    }

    private Uni<Void> tell(OldReceived<NoticeEvent.Issued> received, Transaction tx) {
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
