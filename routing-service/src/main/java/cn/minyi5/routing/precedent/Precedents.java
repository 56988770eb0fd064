package cn.minyi5.routing.precedent;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.SeenWorkOrders;
import cn.minyi5.routing.workorder.WorkOrderListSql;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 会商先例. Rulings are lines of timelines; nothing is stored of them twice. By hand: they are few among many lines, and an
 * index of their own leads to them.
 */
@ApplicationScoped
public class Precedents {

    /** $1 to $4 are those of {@link WorkOrderListSql#SEEN}. Of what is confidential there are no precedents for anybody. */
    private static final String RULINGS =
            """
            select id as work_order_id, number, category_code, grid_code, text, line.department as lead,
                   line.words as minutes, line.at as ruled_at,
                   array(select distinct department from work_order_timeline
                         where work_order_id = id and action = 'RETURN') as returned_by
            from work_order_timeline line join work_order on id = line.work_order_id
            where line.action = 'RULE' and not confidential and
            """
                    + WorkOrderListSql.SEEN;

    /** What is asked for may be in what was asked, or in what the meeting said. */
    private static final String SEARCH = RULINGS
            + """
             and coalesce(starts_with(category_code, $5), true) and coalesce(starts_with(grid_code, $6), true)
            and coalesce(position($7 in text) > 0 or position($7 in line.words) > 0, true)
            and coalesce((line.at, id) < ($8::timestamptz, $9::uuid), true)
            order by line.at desc, id desc limit $10""";

    /** Of the category before others of its group, nearer before further away, later before earlier. */
    private static final String NEAREST = RULINGS
            + """
             and id <> $5 and starts_with(category_code, substring($6 from '^[A-Z]*'))
            order by category_code = $6 desc,
                     array_position(array[15, 12, 9, 6, 4, 2, 0],
                         (select max(digits) from unnest(array[15, 12, 9, 6, 4, 2, 0]) as digits
                          where left(grid_code, digits) = left($7, digits))),
                     line.at desc
            limit $8""";

    private final Transactions transactions;
    private final Sql sql;
    private final SeenWorkOrders workOrders;

    Precedents(Transactions transactions, Sql sql, SeenWorkOrders workOrders) {
        this.transactions = transactions;
        this.sql = sql;
        this.workOrders = workOrders;
    }

    /**
     * Which precedents are asked for; what is null does not matter.
     *
     * @param category prefix of a category code
     * @param place prefix of a division or grid code
     * @param text part of what was asked for or of the minutes
     */
    public record Wanted(@Nullable String category, @Nullable String place, @Nullable String text) {}

    /** Those on orders that the actor sees, the latest first. */
    public Uni<Page<PrecedentView>> page(Actor actor, Wanted wanted, Cursor after, int limit) {
        var begun = !after.equals(Cursor.START);
        return transactions
                .read(() -> sql.list(
                        PrecedentView.class,
                        SEARCH,
                        seenBy(
                                actor,
                                wanted.category(),
                                wanted.place(),
                                wanted.text(),
                                begun ? after.moment() : null,
                                begun ? after.id() : null,
                                Page.oneMoreThan(limit))))
                .map(found -> Page.of(
                        found, limit, last -> new Cursor(last.ruledAt().toInstant(), last.workOrderId()), null));
    }

    /**
     * For an order that the actor sees: those on the like of it, the likest first. Of the whole jurisdiction, also where
     * other departments were the parties: whoever returns or rules is to know how the like of it was ruled on. What was
     * asked for and said is told without what leads to a person; the other order itself stays hidden (DOMAIN §7).
     */
    public Uni<List<PrecedentView>> of(Actor actor, UUID id, int most) {
        return transactions.read(() -> workOrders
                .one(actor, id)
                .flatMap(order -> sql.list(
                        PrecedentView.class,
                        NEAREST,
                        ofJurisdiction(
                                actor,
                                id,
                                order.request().categoryCode(),
                                order.request().grid(),
                                most))));
    }

    private static Object[] ofJurisdiction(Actor actor, Object... others) {
        var scope = AccessScope.of(actor);
        return Stream.concat(Stream.of(scope.division(), false, null, null), Stream.of(others))
                .toArray();
    }

    private static Object[] seenBy(Actor actor, @Nullable Object... others) {
        var scope = AccessScope.of(actor);
        return Stream.concat(
                        Stream.of(scope.division(), scope.confidential(), scope.team(), scope.department()),
                        Stream.of(others))
                .toArray();
    }
}
