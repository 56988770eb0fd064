package cn.minyi5.routing.workorder;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The work orders that somebody can see; the others are not there. */
@ApplicationScoped
public class WorkOrderQueries {

    private static final String COUNT = "select state, count(*) as orders from work_order where "
            + WorkOrderListSql.SEEN + " and visited_at >= $5 and visited_at < $6 group by state";

    private final Transactions transactions;
    private final Sql sql;
    private final WorkOrders workOrders;
    private final WindowsAtPlace windows;

    WorkOrderQueries(Transactions transactions, Sql sql, WorkOrders workOrders, WindowsAtPlace windows) {
        this.transactions = transactions;
        this.sql = sql;
        this.workOrders = workOrders;
        this.windows = windows;
    }

    /**
     * Which work orders are asked for; what is null or empty does not matter to the asker.
     *
     * @param category prefix of a category code
     * @param place prefix of a division or grid code
     * @param department that leads or assists
     */
    public record Filter(
            List<State> states, @Nullable String category, @Nullable String place, @Nullable String department) {}

    private record InState(State state, long orders) {}

    /** With its timeline, and with what the actor may do to it now. */
    public Uni<WorkOrderView> get(Actor actor, UUID id) {
        var permissions = new Permissions(actor);
        return transactions.read(
                () -> workOrders.get(id).invoke(permissions::requireSeen).flatMap(order -> sql.value(
                                Instant.class, "select clock_timestamp()")
                        .flatMap(now -> windows.of(order)
                                .map(within ->
                                        order.allowed(permissions.parties(order), actor.department(), now, within))
                                .flatMap(allowed -> workOrders.viewWithContactLog(order, allowed, now)))));
    }

    /** Those that have waited longest first, behind the end of the page before, with the number of all that match. */
    public Uni<Page<WorkOrderView>> page(Actor actor, Filter filter, Cursor after, int limit) {
        var scope = AccessScope.of(actor);
        var ofDepartment = scope.department() != null || filter.department() != null;
        var inOneState = filter.states().size() == 1;
        var page = WorkOrderListSql.page(ofDepartment, inOneState);
        var position = parameters(scope, filter, after.moment(), after.id(), Page.oneMoreThan(limit));
        var found =
                transactions.read(() -> sql.values(UUID.class, page, position).flatMap(workOrders::all));
        var total = transactions.read(() ->
                sql.value(Long.class, WorkOrderListSql.total(ofDepartment, inOneState), parameters(scope, filter)));
        return Uni.combine().all().unis(found, total).with((orders, all) -> Page.of(
                        orders, limit, order -> new Cursor(order.since(), order.id()), all)
                .map(WorkOrderView::listed));
    }

    /** What has become of orders, for whoever sees each of them. */
    public Uni<List<ChangedOrder>> changed(Collection<UUID> ids) {
        return transactions
                .read(() -> workOrders.all(ids))
                .map(orders -> orders.stream().map(ChangedOrder::new).toList());
    }

    /** How many there are in each state, of visits from the first moment to before the last. */
    public Uni<Map<State, Long>> count(Actor actor, Instant from, Instant before) {
        var scope = AccessScope.of(actor);
        return transactions
                .read(() -> sql.list(InState.class, COUNT, parameters(scope, from, before)))
                .map(counted -> {
                    var byState = new EnumMap<State, Long>(State.class);
                    Stream.of(State.values()).forEach(state -> byState.put(state, 0L));
                    counted.forEach(in -> byState.put(in.state(), in.orders()));
                    return byState;
                });
    }

    private static Object[] parameters(AccessScope scope, Filter wanted, Object... others) {
        var filter = Stream.of(wanted.states(), wanted.category(), wanted.place(), wanted.department());
        return parameters(scope, Stream.concat(filter, Stream.of(others)).toArray());
    }

    /** First what {@link WorkOrderListSql#SEEN} takes. */
    private static Object[] parameters(AccessScope scope, @Nullable Object... others) {
        return Stream.concat(
                        Stream.of(scope.division(), scope.confidential(), scope.team(), scope.department()),
                        Stream.of(others))
                .toArray();
    }
}
