package cn.minyi5.routing.workorder;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.DueTimes.Due;
import cn.minyi5.routing.workorder.WorkOrderListSql.Search;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.WorkOrder;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The work orders that somebody can see; the others are not there. */
@ApplicationScoped
public class WorkOrderQueries {

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
     * @param text what must be said in an order, its reply or its numbers, all of it: Chinese anywhere in a sentence, of
     *     other words and of numbers at least the beginning
     * @param dueBefore only those of which a clock runs that is due before
     */
    public record Filter(
            List<State> states,
            @Nullable String category,
            @Nullable String place,
            @Nullable String department,
            @Nullable String text,
            @Nullable Instant dueBefore) {

        static Filter inStates(List<State> states) {
            return new Filter(states, null, null, null, null, null);
        }
    }

    /** In which order a list comes. */
    public enum Sort {
        /** 等待最久的在前. */
        SINCE("since"),
        /** 到期最早的在前: what is late comes first, what no clock runs for comes last. */
        DUE("due_at");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        /** @throws Refusal {@code work-order.sort-unknown} */
        public static Sort fromString(String name) {
            return Stream.of(values())
                    .filter(sort -> sort.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("work-order.sort-unknown", "sort")
                            .with("value", name)
                            .with("sorts", List.of("due", "since")));
        }
    }

    /** Where an order stands in a list. */
    private record Found(UUID id, Instant moment, Instant dueAt, @Nullable ClockKind clock) {}

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

    /** Behind the end of the page before, with the number of all that match; of a search, up to a thousand. */
    public Uni<WorkOrderPage> page(Actor actor, Filter filter, Sort sort, Cursor after, int limit) {
        var asked = ListParameters.of(AccessScope.of(actor), filter);
        var count = WorkOrderListSql.total(asked.search(), asked.areSettledCounted());
        var total = transactions.read(() -> sql.value(Long.class, count, asked.and()));
        if (asked.search() != Search.WORDS) {
            return Uni.combine()
                    .all()
                    .unis(slice(asked, asked.search(), sort, after, limit), total)
                    .with(WorkOrderPage::counted);
        }
        return total.flatMap(all -> all < WorkOrderListSql.TOO_MANY
                ? slice(asked, Search.WORDS, sort, after, limit).map(page -> WorkOrderPage.counted(page, all))
                : slice(asked, asked.scope().team() == null ? null : Search.WORDS, sort, after, limit)
                        .map(WorkOrderPage::uncounted));
    }

    /** The same without counting. */
    Uni<Page<WorkOrderView>> slice(Actor actor, Filter filter, Sort sort, Cursor after, int limit) {
        var asked = ListParameters.of(AccessScope.of(actor), filter);
        return slice(asked, asked.search(), sort, after, limit);
    }

    private Uni<Page<WorkOrderView>> slice(
            ListParameters asked, @Nullable Search search, Sort sort, Cursor after, int limit) {
        var behind = asked.and(after.moment(), after.id(), Page.oneMoreThan(limit));
        return transactions
                .read(() -> sql.list(Found.class, WorkOrderListSql.page(search, sort), behind)
                        .flatMap(this::viewed))
                .map(orders -> Page.of(orders, limit, Listed::position, null).map(Listed::view));
    }

    private Uni<List<Listed>> viewed(List<Found> found) {
        return workOrders.all(found.stream().map(Found::id).toList()).map(orders -> {
            var byId = orders.stream().collect(Collectors.toMap(WorkOrder::id, Function.identity()));
            return found.stream()
                    .filter(one -> byId.containsKey(one.id()))
                    .map(one -> Listed.of(one, byId.get(one.id())))
                    .toList();
        });
    }

    private record Listed(Cursor position, WorkOrderView view) {
        static Listed of(Found found, WorkOrder order) {
            var due = Due.of(found.dueAt(), found.clock());
            return new Listed(new Cursor(found.moment(), found.id()), WorkOrderView.listed(order, due));
        }
    }

    /** What has become of orders, for whoever sees each of them. */
    public Uni<List<ChangedOrder>> changed(Collection<UUID> ids) {
        return transactions
                .read(() -> workOrders.all(ids))
                .map(orders -> orders.stream().map(ChangedOrder::new).toList());
    }

    /** How many there are in each state, of visits from the first moment to before the last. */
    public Uni<Map<State, Long>> count(Actor actor, Instant from, Instant before) {
        var asked = ListParameters.of(AccessScope.of(actor), Filter.inStates(List.of()));
        return transactions
                .read(() ->
                        sql.list(InState.class, WorkOrderListSql.countByState(asked.search()), asked.and(from, before)))
                .map(counted -> {
                    var byState = new EnumMap<State, Long>(State.class);
                    Stream.of(State.values()).forEach(state -> byState.put(state, 0L));
                    counted.forEach(in -> byState.put(in.state(), in.orders()));
                    return byState;
                });
    }
}
