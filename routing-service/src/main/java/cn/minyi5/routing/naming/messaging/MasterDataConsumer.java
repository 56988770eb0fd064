package cn.minyi5.routing.naming.messaging;

import cn.minyi5.contracts.MasterDataEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.routing.naming.KnownNames;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns what places and categories are called. */
@ApplicationScoped
class MasterDataConsumer {

    private final Reactions reactions;

    MasterDataConsumer(Inbox inbox, KnownNames names) {
        reactions = inbox.group("routing.master-data")
                .to(MasterDataEvent.CategoriesNamed.class, names::keepCategories)
                .to(MasterDataEvent.PlacesNamed.class, names::keepPlaces);
    }

    @Incoming("master-data")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
