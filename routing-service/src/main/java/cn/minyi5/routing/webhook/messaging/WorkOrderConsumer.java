package cn.minyi5.routing.webhook.messaging;

import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.routing.webhook.RecordDeliveries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Whatever a work order tells of itself, departments' own systems may hear, whichever events there will be. */
@ApplicationScoped
class WorkOrderConsumer {

    private final Reactions reactions;

    WorkOrderConsumer(Inbox inbox, RecordDeliveries deliveries) {
        var group = inbox.group("routing.webhooks");
        RecordDeliveries.types().forEach(type -> group.to(type, deliveries::of));
        reactions = group;
    }

    @Incoming("webhooks")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
