package cn.minyi5.routing.workorder.messaging;

import cn.minyi5.contracts.ClockEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.routing.workorder.DueTimes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns when orders are due. */
@ApplicationScoped
class ClockConsumer {

    private final Reactions reactions;

    ClockConsumer(Inbox inbox, DueTimes dueTimes) {
        reactions = inbox.group("routing.clocks").to(ClockEvent.DueSet.class, dueTimes::keepAll);
    }

    @Incoming("clocks")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
