package cn.minyi5.intake.request;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Keeps intake's copy of work orders: who holds them, what was answered, how they ended. By hand: one statement for all
 * events of a kind that were heard together.
 */
@ApplicationScoped
public class WorkOrderCopies {

    private static final String OPEN =
            """
            insert into known_work_order (id, request_id, number, confidential)
            select work_order_id, request_id, number, confidential
            from jsonb_to_recordset($1) as told (work_order_id uuid, request_id uuid, number text, confidential boolean)
            on conflict (id) do nothing""";

    /** Only a dispatch names a lead; after a return, and in a new round, the order is with the desk. */
    private static final String HOLD =
            """
            update known_work_order known
            set holder = told.lead, assisting = coalesce(told.assisting, '{}'), round = told.round
            from jsonb_to_recordset($1) as told (work_order_id uuid, lead text, assisting text[], round int)
            where known.id = told.work_order_id""";

    private static final String ANSWER =
            """
            update known_work_order known
            set answered_round = told.round, result_code = told.result_code, answer = told.text,
                answered_at = told.happened_at
            from jsonb_to_recordset($1)
                     as told (work_order_id uuid, round int, result_code text, text text, happened_at timestamptz)
            where known.id = told.work_order_id""";

    private static final String END =
            """
            update known_work_order known set ended = $2, holder = null
            from jsonb_to_recordset($1) as told (work_order_id uuid) where known.id = told.work_order_id""";

    private final Sql sql;

    WorkOrderCopies(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> open(List<Received<WorkOrderEvent.Opened>> opened, Instant now) {
        return sql.update(OPEN, JsonRows.ofEvents(opened)).replaceWithVoid();
    }

    public <E extends WorkOrderEvent> Uni<Void> hold(List<Received<E>> moved, Instant now) {
        return change(moved, sql.update(HOLD, JsonRows.ofEvents(moved)));
    }

    public Uni<Void> answer(List<Received<WorkOrderEvent.ReplyAccepted>> replies, Instant now) {
        return change(replies, sql.update(ANSWER, JsonRows.ofEvents(replies)));
    }

    public Uni<Void> close(List<Received<WorkOrderEvent.Closed>> closed, Instant now) {
        return change(closed, sql.update(END, JsonRows.ofEvents(closed), Ending.CLOSED));
    }

    public Uni<Void> refuse(List<Received<WorkOrderEvent.NotAccepted>> refused, Instant now) {
        return change(refused, sql.update(END, JsonRows.ofEvents(refused), Ending.NOT_ACCEPTED));
    }

    /** An order that was never opened here: its opening waits among the dead letters, and so must this. */
    private static <E extends WorkOrderEvent> Uni<Void> change(List<Received<E>> events, Uni<Integer> update) {
        return update.invoke(changed -> {
                    if (changed < events.size()) {
                        var ids = events.stream().map(told -> told.event().workOrderId());
                        throw Refusal.conflict("work-order.unknown").with("workOrderId", ids.toList());
                    }
                })
                .replaceWithVoid();
    }
}
