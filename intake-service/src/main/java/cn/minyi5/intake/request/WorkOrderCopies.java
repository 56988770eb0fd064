package cn.minyi5.intake.request;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps intake's copy of work orders: who holds them, what was answered, how they ended. By hand: one statement for all
 * events of a kind that were heard together.
 */
@ApplicationScoped
public class WorkOrderCopies {

    private static final String OPEN =
            """
            insert into known_work_order (id, request_id, number, confidential)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[])
            on conflict (id) do nothing""";
    private static final String HOLD =
            """
            update known_work_order known set holder = moved.holder, round = moved.round
            from unnest($1::uuid[], $2::text[], $3::int[]) as moved (id, holder, round) where known.id = moved.id""";
    private static final String ANSWER =
            """
            update known_work_order known
            set answered_round = reply.round, result_code = reply.result_code, answer = reply.text,
                answered_at = reply.accepted_at
            from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::timestamptz[])
                     as reply (id, round, result_code, text, accepted_at)
            where known.id = reply.id""";
    private static final String END =
            "update known_work_order set ended = $2, holder = null where id = any ($1::uuid[])";

    private final Sql sql;

    WorkOrderCopies(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> open(List<Received<WorkOrderEvent.Opened>> opened, Instant now) {
        return sql.update(
                        OPEN,
                        ids(opened),
                        each(opened, WorkOrderEvent.Opened::requestId),
                        each(opened, WorkOrderEvent.Opened::number),
                        each(opened, WorkOrderEvent.Opened::confidential))
                .replaceWithVoid();
    }

    /** @param holder the department it is with now; null: with the desk */
    public <E extends WorkOrderEvent> Uni<Void> hold(
            List<Received<E>> moved, Function<E, @Nullable String> holder, Function<E, Integer> round) {
        return change(moved, sql.update(HOLD, ids(moved), each(moved, holder), each(moved, round)));
    }

    public Uni<Void> answer(List<Received<WorkOrderEvent.ReplyAccepted>> replies, Instant now) {
        return change(
                replies,
                sql.update(
                        ANSWER,
                        ids(replies),
                        each(replies, WorkOrderEvent.ReplyAccepted::round),
                        each(replies, WorkOrderEvent.ReplyAccepted::resultCode),
                        each(replies, WorkOrderEvent.ReplyAccepted::text),
                        replies.stream().map(Received::happenedAt).toList()));
    }

    public <E extends WorkOrderEvent> Uni<Void> end(List<Received<E>> ended, Ending ending) {
        return change(ended, sql.update(END, ids(ended), ending));
    }

    /** An order that was never opened here: its opening waits among the dead letters, and so must this. */
    private static <E extends WorkOrderEvent> Uni<Void> change(List<Received<E>> events, Uni<Integer> update) {
        return update.invoke(changed -> {
                    if (changed < events.size()) {
                        throw Refusal.conflict("work-order.unknown").with("workOrderId", ids(events));
                    }
                })
                .replaceWithVoid();
    }

    private static <E extends WorkOrderEvent> List<?> ids(List<Received<E>> events) {
        return each(events, WorkOrderEvent::workOrderId);
    }

    private static <E extends WorkOrderEvent> List<?> each(List<Received<E>> events, Function<? super E, ?> part) {
        return events.stream().map(Received::event).map(part).toList();
    }
}
