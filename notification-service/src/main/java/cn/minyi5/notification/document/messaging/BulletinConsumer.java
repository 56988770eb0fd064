package cn.minyi5.notification.document.messaging;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.notification.document.FrozenBulletins;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Collects the frozen rows, and has the bulletin written when it is issued. */
@ApplicationScoped
class BulletinConsumer {

    private final Reactions reactions;

    BulletinConsumer(Inbox inbox, FrozenBulletins bulletins) {
        reactions = inbox.group("notification.bulletins")
                .to(BulletinEvent.RowsFrozen.class, bulletins::keepAll)
                .to(BulletinEvent.Issued.class, bulletins::orderAll);
    }

    @Incoming("bulletins")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
