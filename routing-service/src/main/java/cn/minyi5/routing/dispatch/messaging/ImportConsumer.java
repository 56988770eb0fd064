package cn.minyi5.routing.dispatch.messaging;

import cn.minyi5.contracts.ImportEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.routing.dispatch.Handovers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What an import has left open is handed over. */
@ApplicationScoped
class ImportConsumer {

    private final Reactions reactions;

    ImportConsumer(Inbox inbox, Handovers handovers) {
        reactions = inbox.group("routing.imports").to(ImportEvent.Finished.class, handovers::finishAll);
    }

    @Incoming("imports")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
