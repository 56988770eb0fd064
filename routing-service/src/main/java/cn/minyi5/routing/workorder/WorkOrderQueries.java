package cn.minyi5.routing.workorder;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final RoutingConfig config;

    WorkOrderQueries(Transactions transactions, Sql sql, WorkOrders workOrders, RoutingConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.workOrders = workOrders;
        this.config = config;
    }

    private record Found(UUID id) {}

    private record Total(long orders) {}

    private record InState(State state, long orders) {}

    private record Moment(Instant now) {}

    /**
     * With its timeline, and with what the actor may do to it now.
     *
     * @throws Refusal {@code work-order.unknown}
     */
    public Uni<WorkOrderView> get(Actor actor, UUID id) {
        var permissions = new Permissions(actor);
        return transactions.read(
                () -> workOrders.get(id).invoke(permissions::requireSeen).flatMap(order -> Uni.combine()
                        .all()
                        .unis(workOrders.timeline(id), sql.first(Moment.class, "select clock_timestamp() as now"))
                        .usingConcurrencyOf(1)
                        .with((timeline, moment) -> WorkOrderView.of(
                                order,
                                timeline,
                                order.allowed(permissions.parties(order), moment.now(), config.returnWindow())))));
    }

    /**
     * Those that have waited longest first, with the number of all that match.
     *
     * @param after {@link Cursor#START}, or where the page before ended
     * @param limit 1 to 200
     */
    public Uni<Page<WorkOrderView>> page(Actor actor, WorkOrderFilter filter, Cursor after, int limit) {
        var scope = AccessScope.of(actor);
        var ofDepartment = scope.department() != null || filter.department() != null;
        var inOneState = filter.states().size() == 1;
        var found = transactions.read(() -> ids(
                        WorkOrderListSql.page(ofDepartment, inOneState), scope, filter, after, Page.oneMoreThan(limit))
                .flatMap(workOrders::all));
        var total = transactions.read(() -> sql.first(
                        Total.class, WorkOrderListSql.total(ofDepartment, inOneState), parameters(scope, filter))
                .map(Total::orders));
        return Uni.combine().all().unis(found, total).with((orders, all) -> Page.of(
                        orders, limit, WorkOrderQueries::position, all)
                .map(WorkOrderView::of));
    }

    /**
     * How many there are in each state that has any, by the time of the visit.
     *
     * @param from inclusive
     * @param before exclusive
     */
    public Uni<Map<State, Long>> count(Actor actor, Instant from, Instant before) {
        var scope = AccessScope.of(actor);
        return transactions
                .read(() -> sql.list(InState.class, COUNT, parameters(scope, from, before)))
                .map(counted -> counted.stream().collect(Collectors.toMap(InState::state, InState::orders)));
    }

    private Uni<List<UUID>> ids(String page, AccessScope scope, WorkOrderFilter wanted, Cursor after, int atMost) {
        return sql.list(Found.class, page, parameters(scope, wanted, after.moment(), after.id(), atMost))
                .map(found -> found.stream().map(Found::id).toList());
    }

    private static Object[] parameters(AccessScope scope, WorkOrderFilter wanted, Object... others) {
        return Stream.concat(
                        Stream.of(parameters(
                                scope, wanted.states(), wanted.category(), wanted.place(), wanted.department())),
                        Stream.of(others))
                .toArray();
    }

    /** First what {@link WorkOrderListSql#SEEN} takes. */
    private static Object[] parameters(AccessScope scope, @Nullable Object... others) {
        return Stream.concat(
                        Stream.of(scope.division(), scope.confidential(), scope.team(), scope.department()),
                        Stream.of(others))
                .toArray();
    }

    private static Cursor position(WorkOrder order) {
        return new Cursor(order.since(), order.id());
    }
}
