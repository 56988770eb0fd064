package cn.minyi5.notification.document.application;

import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A bulletin was issued: its paper is to be written, if all its rows are here and are the ones that were frozen. */
@ApplicationScoped
public class CommissionDocument {

    private final FrozenRows frozenRows;
    private final Documents documents;

    CommissionDocument(FrozenRows frozenRows, Documents documents) {
        this.frozenRows = frozenRows;
        this.documents = documents;
    }

    /** Fails with {@link RowsDiffer}: the issue becomes a dead letter, to be replayed once the rows are complete. */
    public Uni<Void> handle(Transaction tx, Commission commission) {
        var issued = commission.issued();
        return frozenRows.of(tx, issued.bulletinId()).flatMap(rows -> {
            if (rows.size() != issued.rows()
                    || !FrozenBulletin.of(commission, rows).isWhole()) {
                return Uni.createFrom().failure(new RowsDiffer(issued.bulletinId() + " has " + rows.size() + " rows"));
            }
            return documents.commission(tx, commission);
        });
    }

    /** The rows that came are not the rows over which the hash was taken; nothing is printed that cannot be proven. */
    static final class RowsDiffer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RowsDiffer(String what) {
            super("the rows of bulletin " + what + ", which are not the rows that were frozen");
        }
    }
}
