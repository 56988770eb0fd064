package cn.minyi5.intake.request.messaging;

import cn.minyi5.contracts.WorkOrderDiversionEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.intake.request.MergedRequests;
import cn.minyi5.intake.request.WorkOrderCopies;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class WorkOrdersConsumer {

    private final Reactions reactions;

    WorkOrdersConsumer(Inbox inbox, WorkOrderCopies copies, MergedRequests merged) {
        this.reactions = inbox.group("intake.work-orders")
                .to(WorkOrderEvent.Opened.class, copies::open)
                .to(WorkOrderEvent.Dispatched.class, copies::hold)
                .to(WorkOrderEvent.ReturnAccepted.class, copies::hold)
                .to(WorkOrderEvent.ReplyAccepted.class, copies::answer)
                .to(WorkOrderDiversionEvent.AnsweredOutside.class, copies::answer)
                .to(WorkOrderEvent.Reworked.class, copies::hold)
                .to(WorkOrderEvent.Reopened.class, copies::hold)
                .to(WorkOrderEvent.Closed.class, copies::close)
                .to(WorkOrderEvent.NotAccepted.class, copies::refuse)
                .to(WorkOrderEvent.Withdrawn.class, copies::withdraw)
                .to(WorkOrderDiversionEvent.Merged.class, (told, now) -> copies.merge(told)
                        .chain(() -> merged.link(told)))
                .to(WorkOrderDiversionEvent.Unmerged.class, (told, now) -> copies.hold(told, now)
                        .chain(() -> merged.unlink(told)));
    }

    @Incoming("work-orders")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
