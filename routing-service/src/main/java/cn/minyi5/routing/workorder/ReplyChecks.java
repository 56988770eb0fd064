package cn.minyi5.routing.workorder;

import cn.minyi5.access.Actor;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.domain.ReplyCheck;
import cn.minyi5.routing.workorder.domain.ReplyFinding;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks a reply against its order, its place and what the department has replied before. */
@ApplicationScoped
public class ReplyChecks {

    /** By hand, because it reads ten texts out of an index and no orders. */
    private static final String LATEST =
            """
            select reply_text from work_order
            where lead = $1 and reply_text is not null and id <> $2 order by replied_at desc limit $3""";

    /** The township that the place lies in, or the place itself, where they act as departments. */
    private static final String PLACES =
            "select name from department where code ~ '^[0-9]{9}$' and starts_with($1, code)";

    private final Transactions transactions;
    private final Sql sql;
    private final WorkOrders workOrders;

    ReplyChecks(Transactions transactions, Sql sql, WorkOrders workOrders) {
        this.transactions = transactions;
        this.sql = sql;
        this.workOrders = workOrders;
    }

    public Uni<List<ReplyFinding>> check(Actor actor, UUID id, String text, String contactLog) {
        var permissions = new Permissions(actor);
        return transactions.read(
                () -> workOrders.get(id).invoke(permissions::requireSeen).flatMap(order -> latest(order.lead(), id)
                        .flatMap(before -> places(order)
                                .map(places ->
                                        new ReplyCheck(order.request().text(), places, before).of(text, contactLog)))));
    }

    private Uni<List<String>> latest(@Nullable String lead, UUID id) {
        return lead == null
                ? Uni.createFrom().item(List.of())
                : sql.values(String.class, LATEST, lead, id, ReplyCheck.COMPARED_WITH);
    }

    private Uni<List<String>> places(WorkOrder order) {
        return sql.values(String.class, PLACES, order.request().grid().value());
    }
}
