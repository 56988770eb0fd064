package cn.minyi5.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import java.util.function.Supplier;

/** Marks an event as handled in the transaction of its effect, so that hearing it twice does nothing twice. */
public final class Inbox {

    private static final String MARK =
            "insert into inbox (consumer_group, event_id) values ($1, $2) on conflict do nothing";

    private Inbox() {}

    /** Runs the effect unless this group has handled the event before. */
    static Uni<Void> once(Transaction tx, String group, UUID eventId, Supplier<Uni<Void>> effect) {
        return tx.connection()
                .preparedQuery(MARK)
                .execute(Tuple.of(group, eventId))
                .flatMap(marked -> marked.rowCount() == 0 ? Uni.createFrom().voidItem() : effect.get());
    }
}
