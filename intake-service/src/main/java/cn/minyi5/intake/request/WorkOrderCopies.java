package cn.minyi5.intake.request;

import cn.minyi5.contracts.WorkOrderDiversionEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.NotYet;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Keeps intake's copy of work orders: who holds them, what was answered, how they ended, each as the newest event tells,
 * in whatever order they come (ADR 0018). By hand: one statement for all
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

    /**
     * Only a dispatch names a lead; after a return, and in a new round, the order is with the desk. What it is after an end
     * that is newer is not changed by it; one that is older is over, for the order was opened again.
     */
    private static final String HOLD =
            """
            with told as (
                select * from jsonb_to_recordset($1) as told (work_order_id uuid, lead text, assisting text[], round int,
                    sequence bigint, happened_at timestamptz)),
            changed as (
                update known_work_order known
                set holder = case when is_news(told.sequence, told.happened_at, ended_sequence, ended_at) then told.lead end,
                    ended = case when not is_news(told.sequence, told.happened_at, ended_sequence, ended_at) then ended end,
                    assisting = coalesce(told.assisting, '{}'), round = told.round, held_sequence = told.sequence,
                    held_at = told.happened_at
                from told
                where known.id = told.work_order_id
                  and is_news(told.sequence, told.happened_at, held_sequence, held_at))
            select count(*) from told join known_work_order known on known.id = told.work_order_id""";

    private static final String ANSWER =
            """
            with told as (
                select * from jsonb_to_recordset($1) as told (work_order_id uuid, round int, result_code text, text text,
                    sequence bigint, happened_at timestamptz)),
            changed as (
                update known_work_order known
                set answered_round = told.round, result_code = told.result_code, answer = told.text,
                    answered_at = told.happened_at, answered_sequence = told.sequence
                from told
                where known.id = told.work_order_id
                  and is_news(told.sequence, told.happened_at, answered_sequence, answered_at))
            select count(*) from told join known_work_order known on known.id = told.work_order_id""";

    private static final String END =
            """
            with told as (
                select * from jsonb_to_recordset($1) as told (work_order_id uuid, sequence bigint, happened_at timestamptz)),
            changed as (
                update known_work_order known
                set ended = case when is_news(told.sequence, told.happened_at, held_sequence, held_at) then $2 end,
                    holder = case when not is_news(told.sequence, told.happened_at, held_sequence, held_at) then holder end,
                    ended_sequence = told.sequence, ended_at = told.happened_at
                from told
                where known.id = told.work_order_id
                  and is_news(told.sequence, told.happened_at, ended_sequence, ended_at))
            select count(*) from told join known_work_order known on known.id = told.work_order_id""";

    private final Sql sql;

    WorkOrderCopies(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> open(List<Received<WorkOrderEvent.Opened>> opened, Instant now) {
        return sql.update(OPEN, JsonRows.ofEvents(opened)).replaceWithVoid();
    }

    public <E extends WorkOrderEvent> Uni<Void> hold(List<Received<E>> moved, Instant now) {
        return change(moved, sql.value(Long.class, HOLD, JsonRows.ofEvents(moved)));
    }

    /** By a department whose reply was accepted, or by another platform. */
    public <E extends WorkOrderEvent> Uni<Void> answer(List<Received<E>> replies, Instant now) {
        return change(replies, sql.value(Long.class, ANSWER, JsonRows.ofEvents(replies)));
    }

    public Uni<Void> close(List<Received<WorkOrderEvent.Closed>> closed, Instant now) {
        return change(closed, sql.value(Long.class, END, JsonRows.ofEvents(closed), Ending.CLOSED));
    }

    public Uni<Void> refuse(List<Received<WorkOrderEvent.NotAccepted>> refused, Instant now) {
        return change(refused, sql.value(Long.class, END, JsonRows.ofEvents(refused), Ending.NOT_ACCEPTED));
    }

    public Uni<Void> withdraw(List<Received<WorkOrderEvent.Withdrawn>> withdrawn, Instant now) {
        return change(withdrawn, sql.value(Long.class, END, JsonRows.ofEvents(withdrawn), Ending.WITHDRAWN));
    }

    public Uni<Void> merge(List<Received<WorkOrderDiversionEvent.Merged>> merged) {
        return change(merged, sql.value(Long.class, END, JsonRows.ofEvents(merged), Ending.MERGED));
    }

    /** An order that was never opened here: its opening must come first. */
    private static <E extends WorkOrderEvent> Uni<Void> change(List<Received<E>> events, Uni<Long> known) {
        return known.invoke(orders -> {
                    if (orders < events.size()) {
                        throw new NotYet("the work order's opening");
                    }
                })
                .replaceWithVoid();
    }
}
