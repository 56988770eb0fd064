package cn.minyi5.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Marks events as handled in the transaction of their effects, so that hearing one twice does nothing twice. */
final class Inbox {

    private static final String MARK =
            """
            insert into inbox (consumer_group, event_id) select $1, unnest($2::uuid[])
            on conflict do nothing returning event_id""";

    private Inbox() {}

    /** @return those of the events that the group has not handled before */
    static Uni<Set<UUID>> mark(Transaction tx, String group, Collection<UUID> eventIds) {
        return tx.connection()
                .preparedQuery(MARK)
                .execute(Tuple.of(group, eventIds.toArray(UUID[]::new)))
                .map(rows -> {
                    var fresh = new HashSet<UUID>();
                    rows.forEach(row -> fresh.add(row.getUUID("event_id")));
                    return fresh;
                });
    }
}
