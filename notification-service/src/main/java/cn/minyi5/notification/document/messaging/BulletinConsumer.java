package cn.minyi5.notification.document.messaging;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.messaging.EventConsumer;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.notification.document.application.Commission;
import cn.minyi5.notification.document.application.CommissionDocument;
import cn.minyi5.notification.document.application.FrozenRows;
import jakarta.enterprise.context.ApplicationScoped;

/** Collects the frozen rows, and has the bulletin written when it is issued. */
@ApplicationScoped
class BulletinConsumer implements EventConsumer {

    private final FrozenRows frozenRows;
    private final CommissionDocument commissionDocument;

    BulletinConsumer(FrozenRows frozenRows, CommissionDocument commissionDocument) {
        this.frozenRows = frozenRows;
        this.commissionDocument = commissionDocument;
    }

    @Override
    public String group() {
        return "notification.bulletins";
    }

    @Override
    public Reactions reactions() {
        return Reactions.on(BulletinEvent.RowsFrozen.class, (received, tx) -> frozenRows.keep(tx, received.event()))
                .and(
                        BulletinEvent.Issued.class,
                        (received, tx) -> commissionDocument.handle(
                                tx, new Commission(received.id(), received.event(), received.happenedAt())));
    }
}
