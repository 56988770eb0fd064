package cn.minyi5.escalation.figures.messaging;

import cn.minyi5.contracts.CatalogueEvent.Published;
import cn.minyi5.contracts.RequestEvent.Forwarded;
import cn.minyi5.contracts.RequestEvent.Referred;
import cn.minyi5.contracts.RequestEvent.ResolvedOnSpot;
import cn.minyi5.escalation.figures.Copies;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What figures need beside work orders: requests, and what departments are called. */
@ApplicationScoped
class FigureConsumer {

    private final Reactions requests;
    private final Reactions catalogue;

    FigureConsumer(Inbox inbox, Copies copies) {
        requests = inbox.group("escalation.requests")
                .to(ResolvedOnSpot.class, (received, now) -> copies.resolved(received))
                .to(Forwarded.class, (received, now) -> copies.forwarded(received))
                .to(Referred.class, (received, now) -> copies.referred(received))
                .followingWatermarks();
        catalogue = inbox.group("escalation.catalogue").to(Published.class, (received, now) -> copies.named(received));
    }

    @Incoming("requests")
    Uni<Void> hearRequests(ConsumerRecords<String, byte[]> batch) {
        return requests.hear(batch);
    }

    @Incoming("catalogue")
    Uni<Void> hearCatalogue(ConsumerRecords<String, byte[]> batch) {
        return catalogue.hear(batch);
    }
}
