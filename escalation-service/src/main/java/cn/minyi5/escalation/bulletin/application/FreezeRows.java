package cn.minyi5.escalation.bulletin.application;

import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.bulletin.domain.RowsHash;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Freezes the rows behind a month's figures, takes their hash and announces them, page by page. */
@ApplicationScoped
class FreezeRows {

    /** As the contract has it: keeps an event well below what Kafka takes. */
    private static final int PAGE = 500;

    private final FrozenRows frozenRows;
    private final Bulletins bulletins;

    FreezeRows(FrozenRows frozenRows, Bulletins bulletins) {
        this.frozenRows = frozenRows;
        this.bulletins = bulletins;
    }

    /** Returns the bulletin with its number of rows and their hash. */
    Uni<Bulletin> handle(Transaction tx, Bulletin begun) {
        var hash = new RowsHash();
        return frozenRows
                .freeze(tx, begun.id(), Period.of(begun.month()))
                .call(rows -> Multi.createFrom()
                        .range(0, (rows + PAGE - 1) / PAGE)
                        .onItem()
                        .transformToUniAndConcatenate(page -> announce(tx, begun, page, hash))
                        .collect()
                        .last())
                .map(rows -> begun.frozen(rows, hash.hex()))
                .call(frozen -> bulletins.complete(tx, frozen));
    }

    private Uni<Void> announce(Transaction tx, Bulletin begun, int page, RowsHash hash) {
        return frozenRows
                .page(tx, begun.id(), page * PAGE, PAGE)
                .invoke(hash::add)
                .flatMap(rows -> OldOutbox.append(tx, BulletinEvents.rowsFrozen(begun.id(), page, rows)));
    }
}
