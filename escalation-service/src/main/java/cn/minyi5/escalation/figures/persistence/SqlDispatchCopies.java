package cn.minyi5.escalation.figures.persistence;

import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.escalation.figures.application.DispatchCopies;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

@ApplicationScoped
class SqlDispatchCopies implements DispatchCopies {

    private static final String ADD =
            """
            insert into dispatch_copy (work_order_id, dispatch_no, work_order_number, department, grid_code,
                                       category_code, confidential, dispatched_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing""";

    private static final String RETURNED =
            "update dispatch_copy set returned_at = $3 where work_order_id = $1 and dispatch_no = $2";

    /** The dispatch that follows a rework happens at the same moment as it, hence "before". */
    private static final String REWORKED =
            """
            update dispatch_copy set reworked_at = $2
            where work_order_id = $1 and dispatch_no = (
                select max(dispatch_no) from dispatch_copy
                where work_order_id = $1 and (dispatched_at < $2 or dispatch_no = 1))""";

    private static final String FOLLOWED_UP =
            """
            insert into follow_up_copy (event_id, work_order_id, dispatch_no, followed_up_at, solved, satisfied)
            select $1, work_order_id, max(dispatch_no), $3, $4, $5
            from dispatch_copy
            where work_order_id = $2 and (dispatched_at < $3 or dispatch_no = 1) group by work_order_id""";

    @Override
    public Uni<Void> add(Transaction tx, Dispatched event, Instant at) {
        return tx.connection()
                .preparedQuery(ADD)
                .execute(Tuple.from(new Object[] {
                    event.workOrderId(),
                    event.dispatchNo(),
                    event.number(),
                    event.lead(),
                    event.gridCode(),
                    event.categoryCode(),
                    event.confidential(),
                    utc(at)
                }))
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> returned(Transaction tx, UUID workOrderId, int dispatchNo, Instant at) {
        return count(tx, RETURNED, Tuple.of(workOrderId, dispatchNo, utc(at)));
    }

    @Override
    public Uni<Integer> reworked(Transaction tx, UUID workOrderId, Instant at) {
        return count(tx, REWORKED, Tuple.of(workOrderId, utc(at)));
    }

    @Override
    public Uni<Integer> followedUp(
            Transaction tx, UUID eventId, UUID workOrderId, Instant at, Answer solved, Answer satisfied) {
        return count(tx, FOLLOWED_UP, Tuple.of(eventId, workOrderId, utc(at), solved.name(), satisfied.name()));
    }

    private static Uni<Integer> count(Transaction tx, String sql, Tuple parameters) {
        return tx.connection().preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
