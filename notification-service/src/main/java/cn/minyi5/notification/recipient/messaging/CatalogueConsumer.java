package cn.minyi5.notification.recipient.messaging;

import static java.util.stream.Collectors.toMap;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.OldReactions;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.notification.recipient.application.Departments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns what departments are called. */
@ApplicationScoped
class CatalogueConsumer {

    private final Departments departments;

    private final Reactions reactions;

    CatalogueConsumer(Inbox inbox, Departments departments) {
        this.departments = departments;
        this.reactions = reactions().in(inbox.group("notification.catalogue"));
    }

    @Incoming("catalogue")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(CatalogueEvent.Published.class, (received, tx) -> {
            var names = received.event().departments().stream()
                    .collect(toMap(CatalogueEvent.Department::code, CatalogueEvent.Department::name, (a, b) -> b));
            return departments.keep(tx, names);
        });
    }
}
