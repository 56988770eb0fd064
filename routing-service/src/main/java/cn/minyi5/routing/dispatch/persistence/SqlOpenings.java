package cn.minyi5.routing.dispatch.persistence;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.dispatch.application.Openings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

@ApplicationScoped
class SqlOpenings implements Openings {

    private static final String PREPARE =
            """
            select nextval('work_order_number') as serial,
                   catalogue_in_force($2) as catalogue_version,
                   exists (select from work_order where request_id = $1) as opened_already""";

    @Override
    public Uni<Opening> prepare(Transaction tx, UUID requestId, Instant forwardedAt) {
        return tx.connection()
                .preparedQuery(PREPARE)
                .execute(Tuple.of(requestId, forwardedAt.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Opening(
                        row.getLong("serial"), row.getInteger("catalogue_version"), row.getBoolean("opened_already")));
    }
}
