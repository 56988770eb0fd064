package cn.minyi5.escalation.figures.persistence;

import cn.minyi5.escalation.figures.application.RequestCopies;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

@ApplicationScoped
class SqlRequestCopies implements RequestCopies {

    private static final String ADD =
            """
            insert into request_copy (request_id, grid_code, category_code, visited_at, on_spot)
            values ($1, $2, $3, $4, $5) on conflict do nothing""";

    @Override
    public Uni<Void> add(Transaction tx, RequestCopy request) {
        return tx.connection()
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        request.requestId(),
                        request.gridCode(),
                        request.categoryCode(),
                        request.visitedAt().atOffset(ZoneOffset.UTC),
                        request.onSpot()))
                .replaceWithVoid();
    }
}
