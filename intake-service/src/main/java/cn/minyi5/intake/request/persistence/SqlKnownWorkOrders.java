package cn.minyi5.intake.request.persistence;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.intake.request.application.KnownWorkOrders;
import cn.minyi5.intake.request.domain.KnownWorkOrder;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlKnownWorkOrders implements KnownWorkOrders {

    private static final String OPEN =
            """
            insert into known_work_order (id, request_id, number, confidential) values ($1, $2, $3, $4)
            on conflict (id) do nothing""";

    private static final String HOLD = "update known_work_order set holder = $2, round = $3 where id = $1";

    private static final String ANSWER =
            """
            update known_work_order
            set answered_round = $2, result_code = $3, answer = $4, answered_at = $5 where id = $1""";

    private static final String END = "update known_work_order set ended = $2, holder = null where id = $1";

    @Override
    public Uni<Void> open(Transaction tx, WorkOrderEvent.Opened opened) {
        return tx.connection()
                .preparedQuery(OPEN)
                .execute(Tuple.of(opened.workOrderId(), opened.requestId(), opened.number(), opened.confidential()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> hold(Transaction tx, UUID workOrderId, @Nullable String holder, int round) {
        return change(tx, HOLD, Tuple.of(workOrderId, holder, round));
    }

    @Override
    public Uni<Boolean> answer(Transaction tx, WorkOrderEvent.ReplyAccepted accepted, Instant acceptedAt) {
        return change(
                tx,
                ANSWER,
                Tuple.of(
                        accepted.workOrderId(),
                        accepted.round(),
                        accepted.resultCode().name(),
                        accepted.text(),
                        acceptedAt.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public Uni<Boolean> end(Transaction tx, UUID workOrderId, KnownWorkOrder.Ending ending) {
        return change(tx, END, Tuple.of(workOrderId, ending.name()));
    }

    private static Uni<Boolean> change(Transaction tx, String sql, Tuple values) {
        return tx.connection().preparedQuery(sql).execute(values).map(changed -> changed.rowCount() == 1);
    }
}
