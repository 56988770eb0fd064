package cn.minyi5.escalation.figures.messaging;

import cn.minyi5.contracts.CatalogueEvent.Published;
import cn.minyi5.escalation.figures.application.Departments;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.OldReactions;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class CatalogueConsumer {

    private final Departments departments;

    private final Reactions reactions;

    CatalogueConsumer(Inbox inbox, Departments departments) {
        this.departments = departments;
        this.reactions = reactions().in(inbox.group("escalation.catalogue"));
    }

    @Incoming("catalogue")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(
                Published.class,
                (received, tx) -> departments.put(tx, received.event().departments()));
    }
}
