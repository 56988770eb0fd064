package cn.minyi5.routing.workorder;

import cn.minyi5.access.Actor;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.naming.KnownNames;
import cn.minyi5.routing.workorder.domain.ReplyCheck;
import cn.minyi5.routing.workorder.domain.ReplyFinding;
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

    private final Transactions transactions;
    private final Sql sql;
    private final WorkOrders workOrders;
    private final KnownNames names;

    ReplyChecks(Transactions transactions, Sql sql, WorkOrders workOrders, KnownNames names) {
        this.names = names;
        this.transactions = transactions;
        this.sql = sql;
        this.workOrders = workOrders;
    }

    public Uni<List<ReplyFinding>> check(Actor actor, UUID id, String text, String contactLog) {
        var permissions = new Permissions(actor);
        return transactions.read(
                () -> workOrders.get(id).invoke(permissions::requireSeen).flatMap(order -> latest(order.lead(), id)
                        .flatMap(before -> names.around(order.request().grid().value())
                                .map(places ->
                                        new ReplyCheck(order.request().text(), places, before).of(text, contactLog)))));
    }

    private Uni<List<String>> latest(@Nullable String lead, UUID id) {
        return lead == null
                ? Uni.createFrom().item(List.of())
                : sql.values(String.class, LATEST, lead, id, ReplyCheck.COMPARED_WITH);
    }
}
