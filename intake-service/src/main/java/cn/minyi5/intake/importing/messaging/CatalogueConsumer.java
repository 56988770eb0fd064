package cn.minyi5.intake.importing.messaging;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.intake.importing.KnownCatalogues;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns which departments there are and what the catalogue assigns. */
@ApplicationScoped
class CatalogueConsumer {

    private final Reactions reactions;

    CatalogueConsumer(Inbox inbox, KnownCatalogues catalogues) {
        reactions = inbox.group("intake.catalogue").to(CatalogueEvent.Published.class, catalogues::keepAll);
    }

    @Incoming("catalogue")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
