package cn.minyi5.routing.live.messaging;

import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.routing.live.LiveChanges;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of every change, on each copy: whoever looks on does so at one of them (ADR 0037). */
@ApplicationScoped
class LiveConsumer {

    private final Reactions reactions;

    LiveConsumer(Inbox inbox, LiveChanges changes) {
        reactions = inbox.group("routing.live").inPassing(changes::changed);
    }

    @Incoming("live")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
