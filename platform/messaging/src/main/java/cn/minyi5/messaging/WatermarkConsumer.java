package cn.minyi5.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears the watermarks in a service that switches the channel {@code watermarks} on. The last one says it all. */
@ApplicationScoped
class WatermarkConsumer {

    private static final Logger LOG = Logger.getLogger(WatermarkConsumer.class);

    private final Transactions transactions;
    private final Positions positions;
    private final Inbox inbox;

    WatermarkConsumer(Transactions transactions, Positions positions, Inbox inbox) {
        this.transactions = transactions;
        this.positions = positions;
        this.inbox = inbox;
    }

    /** One that gets lost is made good by the next one, half a second later. */
    @Incoming("watermarks")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        var latest = new LinkedHashMap<String, Watermark>();
        for (var record : batch) {
            try {
                var watermark = Watermark.read(record.value());
                latest.put(watermark.topic(), watermark);
            } catch (IOException e) {
                LOG.warnf("not a watermark at %d: %s", record.offset(), e.getMessage());
            }
        }
        latest.keySet().removeIf(topic -> inbox.followersOf(topic).isEmpty());
        return latest.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions
                        .run(now -> InTurn.each(latest.values(), this::promised))
                        .onFailure()
                        .invoke(failure -> LOG.warnf("a watermark was not noted: %s", Failure.reason(failure)))
                        .onFailure()
                        .recoverWithNull();
    }

    private Uni<Void> promised(Watermark watermark) {
        return InTurn.each(
                inbox.followersOf(watermark.topic()),
                group -> positions.promised(group, watermark.topic(), watermark.upTo(), watermark.before()));
    }
}
