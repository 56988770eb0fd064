package cn.minyi5.notification.recipient.messaging;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.notification.recipient.DepartmentNames;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns what departments are called. */
@ApplicationScoped
class CatalogueConsumer {

    private final Reactions reactions;

    CatalogueConsumer(Inbox inbox, DepartmentNames names) {
        reactions = inbox.group("notification.catalogue").to(CatalogueEvent.Published.class, names::keepAll);
    }

    @Incoming("catalogue")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
