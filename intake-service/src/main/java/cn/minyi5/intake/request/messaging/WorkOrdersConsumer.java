package cn.minyi5.intake.request.messaging;

import cn.minyi5.contracts.WorkOrderEvent.Closed;
import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.WorkOrderEvent.NotAccepted;
import cn.minyi5.contracts.WorkOrderEvent.Opened;
import cn.minyi5.contracts.WorkOrderEvent.ReplyAccepted;
import cn.minyi5.contracts.WorkOrderEvent.ReturnAccepted;
import cn.minyi5.contracts.WorkOrderEvent.Reworked;
import cn.minyi5.intake.request.WorkOrderCopies;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class WorkOrdersConsumer {

    private final Reactions reactions;

    WorkOrdersConsumer(Inbox inbox, WorkOrderCopies copies) {
        this.reactions = inbox.group("intake.work-orders")
                .to(Opened.class, copies::open)
                .to(Dispatched.class, (orders, now) -> copies.hold(orders, Dispatched::lead, Dispatched::round))
                .to(ReturnAccepted.class, (orders, now) -> copies.hold(orders, order -> null, ReturnAccepted::round))
                .to(ReplyAccepted.class, copies::answer)
                .to(Reworked.class, (orders, now) -> copies.hold(orders, order -> null, Reworked::round))
                .to(Closed.class, (orders, now) -> copies.end(orders, Ending.CLOSED))
                .to(NotAccepted.class, (orders, now) -> copies.end(orders, Ending.NOT_ACCEPTED));
    }

    @Incoming("work-orders")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
