package cn.minyi5.escalation.figures;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.RequestEvent.Forwarded;
import cn.minyi5.contracts.RequestEvent.ResolvedOnSpot;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps a copy of every request, history included, by the time of the visit. By hand: one statement a list. */
@ApplicationScoped
public class CopyRequests {

    private static final String ADD =
            """
            insert into request_copy (request_id, grid_code, category_code, visited_at, on_spot)
            select request_id, grid_code, category_code, visited_at, $2
            from jsonb_populate_recordset(null::request_copy, $1) on conflict do nothing""";

    private final Sql sql;

    CopyRequests(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> resolved(List<Received<ResolvedOnSpot>> received) {
        return add(received, true);
    }

    public Uni<Void> forwarded(List<Received<Forwarded>> received) {
        return add(received, false);
    }

    private <E extends RequestEvent> Uni<Void> add(List<Received<E>> received, boolean onSpot) {
        return sql.update(ADD, JsonRows.ofEvents(received), onSpot).replaceWithVoid();
    }
}
