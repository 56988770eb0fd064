package cn.minyi5.escalation.figures;

import cn.minyi5.contracts.RequestEvent.Forwarded;
import cn.minyi5.contracts.RequestEvent.ResolvedOnSpot;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Keeps a copy of every request, history included, by the time of the visit. By hand: one statement a list. */
@ApplicationScoped
public class CopyRequests {

    private static final String ADD =
            """
            insert into request_copy (request_id, grid_code, category_code, visited_at, on_spot)
            select request_id, grid_code, category_code, visited_at, on_spot
            from jsonb_populate_recordset(null::request_copy, $1) on conflict do nothing""";

    private final Sql sql;

    CopyRequests(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> resolved(List<Received<ResolvedOnSpot>> received) {
        return add(received.stream()
                .map(Received::event)
                .map(event -> row(event.requestId(), event.gridCode(), event.categoryCode(), event.visitedAt(), true))
                .toList());
    }

    public Uni<Void> forwarded(List<Received<Forwarded>> received) {
        return add(received.stream()
                .map(Received::event)
                .map(event -> row(event.requestId(), event.gridCode(), event.categoryCode(), event.visitedAt(), false))
                .toList());
    }

    private Uni<Void> add(List<JsonObject> rows) {
        return sql.update(ADD, new JsonArray(rows)).replaceWithVoid();
    }

    private static JsonObject row(
            UUID id, String gridCode, String categoryCode, OffsetDateTime visitedAt, boolean onSpot) {
        return new JsonObject()
                .put("request_id", id.toString())
                .put("grid_code", gridCode)
                .put("category_code", categoryCode)
                .put("visited_at", visitedAt.toInstant())
                .put("on_spot", onSpot);
    }
}
