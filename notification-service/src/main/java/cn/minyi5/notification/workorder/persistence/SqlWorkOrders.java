package cn.minyi5.notification.workorder.persistence;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.workorder.application.WorkOrders;
import cn.minyi5.notification.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SqlWorkOrders implements WorkOrders {

    private static final String KEEP =
            """
            insert into work_order (id, number, grid_code, confidential) values ($1, $2, $3, $4)
            on conflict (id) do nothing""";
    private static final String KEEP_TEAM =
            "insert into request_team (request_id, team) values ($1, $2) on conflict (request_id) do nothing";
    private static final String GET = "select id, number, grid_code, confidential from work_order where id = $1";
    private static final String TEAM = "select team from request_team where request_id = $1";

    @Override
    public Uni<Void> keep(Transaction tx, WorkOrder workOrder) {
        return tx.connection()
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        workOrder.id(), workOrder.number(), workOrder.grid().value(), workOrder.confidential()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> keepTeam(Transaction tx, UUID requestId, String team) {
        return tx.connection()
                .preparedQuery(KEEP_TEAM)
                .execute(Tuple.of(requestId, team))
                .replaceWithVoid();
    }

    @Override
    public Uni<WorkOrder> get(Transaction tx, UUID workOrderId) {
        return one(tx, GET, workOrderId, "work order").map(SqlWorkOrders::workOrder);
    }

    @Override
    public Uni<String> teamOf(Transaction tx, UUID requestId) {
        return one(tx, TEAM, requestId, "request").map(row -> row.getString("team"));
    }

    private static Uni<Row> one(Transaction tx, String sql, UUID id, String what) {
        return tx.connection().preparedQuery(sql).execute(Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                throw new NotHeardOfYet(what + " " + id);
            }
            return rows.iterator().next();
        });
    }

    private static WorkOrder workOrder(Row row) {
        return new WorkOrder(
                row.getUUID("id"),
                row.getString("number"),
                new GridCode(row.getString("grid_code")),
                row.getBoolean("confidential"));
    }
}
