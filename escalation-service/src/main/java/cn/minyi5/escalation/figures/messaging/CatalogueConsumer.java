package cn.minyi5.escalation.figures.messaging;

import cn.minyi5.contracts.CatalogueEvent.Published;
import cn.minyi5.escalation.figures.Departments;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class CatalogueConsumer {

    private final Reactions reactions;

    CatalogueConsumer(Inbox inbox, Departments departments) {
        reactions = inbox.group("escalation.catalogue")
                .to(Published.class, (received, now) -> departments.rename(received));
    }

    @Incoming("catalogue")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
