package cn.minyi5.notification.document.messaging;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.OldReactions;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.notification.document.application.Commission;
import cn.minyi5.notification.document.application.CommissionDocument;
import cn.minyi5.notification.document.application.FrozenRows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Collects the frozen rows, and has the bulletin written when it is issued. */
@ApplicationScoped
class BulletinConsumer {

    private final FrozenRows frozenRows;
    private final CommissionDocument commissionDocument;

    private final Reactions reactions;

    BulletinConsumer(Inbox inbox, FrozenRows frozenRows, CommissionDocument commissionDocument) {
        this.frozenRows = frozenRows;
        this.commissionDocument = commissionDocument;
        this.reactions = reactions().in(inbox.group("notification.bulletins"));
    }

    @Incoming("bulletins")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(BulletinEvent.RowsFrozen.class, (received, tx) -> frozenRows.keep(tx, received.event()))
                .and(
                        BulletinEvent.Issued.class,
                        (received, tx) -> commissionDocument.handle(
                                tx, new Commission(received.id(), received.event(), received.happenedAt())));
    }
}
