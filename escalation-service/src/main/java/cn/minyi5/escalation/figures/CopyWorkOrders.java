package cn.minyi5.escalation.figures;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.WorkOrderEvent.Closed;
import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.WorkOrderEvent.ReturnRequested;
import cn.minyi5.contracts.WorkOrderEvent.Reworked;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps a copy of every dispatch and of what came of it. What concerns a dispatch that is not known is refused and
 * becomes a dead letter, to be replayed after it. By hand: one statement a list.
 */
@ApplicationScoped
public class CopyWorkOrders {

    private static final String DISPATCHED =
            """
            insert into dispatch_copy (work_order_id, dispatch_no, work_order_number, department, grid_code,
                                       category_code, confidential, dispatched_at)
            select work_order_id, dispatch_no, work_order_number, department, grid_code, category_code, confidential,
                   dispatched_at
            from jsonb_populate_recordset(null::dispatch_copy, $1) on conflict do nothing""";

    private static final String RETURNED =
            """
            update dispatch_copy copy set returned_at = told.returned_at
            from jsonb_populate_recordset(null::dispatch_copy, $1) as told
            where copy.work_order_id = told.work_order_id and copy.dispatch_no = told.dispatch_no
            returning copy.work_order_id""";

    /** Of the last dispatch before. The one that follows a rework happens at the same moment as it, hence "before". */
    private static final String REWORKED =
            """
            update dispatch_copy copy set reworked_at = told.reworked_at
            from jsonb_populate_recordset(null::dispatch_copy, $1) as told
            where copy.work_order_id = told.work_order_id and copy.dispatch_no = (
                select max(dispatch_no) from dispatch_copy before
                where before.work_order_id = told.work_order_id
                  and (before.dispatched_at < told.reworked_at or before.dispatch_no = 1))
            returning copy.work_order_id""";

    private static final String FOLLOWED_UP =
            """
            insert into follow_up_copy (event_id, work_order_id, dispatch_no, followed_up_at, solved, satisfied)
            select told.event_id, told.work_order_id, max(before.dispatch_no), told.followed_up_at, told.solved,
                   told.satisfied
            from jsonb_populate_recordset(null::follow_up_copy, $1) as told
            join dispatch_copy before on before.work_order_id = told.work_order_id
                and (before.dispatched_at < told.followed_up_at or before.dispatch_no = 1)
            group by told.event_id, told.work_order_id, told.followed_up_at, told.solved, told.satisfied
            returning work_order_id""";

    private final Sql sql;

    CopyWorkOrders(Sql sql) {
        this.sql = sql;
    }

    private record Known(UUID workOrderId) {}

    public Uni<Void> dispatched(List<Received<Dispatched>> received) {
        return sql.update(DISPATCHED, rows(received, CopyWorkOrders::dispatch)).replaceWithVoid();
    }

    /** @throws Refusal {@code dispatch.unknown} */
    public Uni<Void> returned(List<Received<ReturnRequested>> received) {
        return requireKnown(received, RETURNED, told -> row(told)
                .put("dispatch_no", told.event().dispatchNo())
                .put("returned_at", told.happenedAt()));
    }

    /** @throws Refusal {@code dispatch.unknown} */
    public Uni<Void> reworked(List<Received<Reworked>> received) {
        return requireKnown(received, REWORKED, told -> row(told).put("reworked_at", told.happenedAt()))
                .chain(() -> requireKnown(
                        received,
                        FOLLOWED_UP,
                        told -> followUp(
                                told, told.event().solved(), told.event().satisfied())));
    }

    /** @throws Refusal {@code dispatch.unknown} */
    public Uni<Void> closed(List<Received<Closed>> received) {
        return requireKnown(
                received,
                FOLLOWED_UP,
                told -> followUp(told, told.event().solved(), told.event().satisfied()));
    }

    private <E extends WorkOrderEvent> Uni<Void> requireKnown(
            List<Received<E>> received, String statement, Function<Received<E>, JsonObject> row) {
        return sql.list(Known.class, statement, rows(received, row))
                .map(found -> found.stream().map(Known::workOrderId).collect(Collectors.toSet()))
                .invoke(known -> received.stream()
                        .map(told -> told.event().workOrderId())
                        .filter(workOrder -> !known.contains(workOrder))
                        .findFirst()
                        .ifPresent(workOrder -> {
                            throw Refusal.conflict("dispatch.unknown").with("workOrder", workOrder);
                        }))
                .replaceWithVoid();
    }

    private static <E extends WorkOrderEvent> JsonArray rows(
            List<Received<E>> received, Function<Received<E>, JsonObject> row) {
        return new JsonArray(received.stream().map(row).toList());
    }

    private static JsonObject row(Received<? extends WorkOrderEvent> told) {
        return new JsonObject().put("work_order_id", told.event().workOrderId().toString());
    }

    private static JsonObject followUp(Received<? extends WorkOrderEvent> told, Answer solved, Answer satisfied) {
        return row(told)
                .put("event_id", told.id().toString())
                .put("followed_up_at", told.happenedAt())
                .put("solved", solved.name())
                .put("satisfied", satisfied.name());
    }

    private static JsonObject dispatch(Received<Dispatched> told) {
        var event = told.event();
        return row(told)
                .put("dispatch_no", event.dispatchNo())
                .put("work_order_number", event.number())
                .put("department", event.lead())
                .put("grid_code", event.gridCode())
                .put("category_code", event.categoryCode())
                .put("confidential", event.confidential())
                .put("dispatched_at", told.happenedAt());
    }
}
