package cn.minyi5.routing.workorder;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** For features that ask about work orders: those that somebody may see, in the unit of work that is open. */
@ApplicationScoped
public class SeenWorkOrders {

    /** By hand: walks the index of a county's category, the newest first, which HQL has no expression for. */
    private static final String OF_CATEGORY =
            """
            select id from work_order
            where left(grid_code, 6) = left($1, 6) and category_code = $2 and not confidential and id <> $3
            order by opened_at desc limit $4""";

    private final Sql sql;
    private final WorkOrders workOrders;

    SeenWorkOrders(Sql sql, WorkOrders workOrders) {
        this.sql = sql;
        this.workOrders = workOrders;
    }

    /** @throws Refusal {@code work-order.unknown} if there is none that the actor may see */
    public Uni<WorkOrder> one(Actor actor, UUID id) {
        return workOrders.get(id).invoke(new Permissions(actor)::requireSeen);
    }

    /** Others of its county and category, the newest ones, without complaints about officials. @param most that are looked at */
    public Uni<List<WorkOrder>> ofCategory(Actor actor, WorkOrder like, int most) {
        var request = like.request();
        var permissions = new Permissions(actor);
        return sql.values(UUID.class, OF_CATEGORY, request.grid(), request.categoryCode(), like.id(), most)
                .flatMap(workOrders::all)
                .map(found -> found.stream().filter(permissions::sees).toList());
    }
}
