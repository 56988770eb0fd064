package cn.minyi5.routing.workorder.persistence;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.application.Position;
import cn.minyi5.routing.workorder.application.SeenWorkOrders;
import cn.minyi5.routing.workorder.application.Sight;
import cn.minyi5.routing.workorder.application.WorkOrderFilter;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.TimelineEntry;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlSeenWorkOrders implements SeenWorkOrders {

    private static final String ONE = "select * from work_order where " + WorkOrderListSql.SEEN + " and id = $5";

    private static final String COUNT = "select state, count(*) as orders from work_order where "
            + WorkOrderListSql.SEEN + " and visited_at >= $5 and visited_at < $6 group by state";

    private final Transactions transactions;

    SqlSeenWorkOrders(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<WorkOrder> get(Sight sight, UUID id) {
        return query(ONE, seen(sight).addUUID(id))
                .map(rows -> orders(rows).findFirst().orElseThrow(() -> Refusal.notFound("work-order.unknown")));
    }

    @Override
    public Uni<List<TimelineEntry>> timeline(UUID id) {
        return TimelineRow.read(transactions.pool(), id);
    }

    @Override
    public Uni<Page<WorkOrder>> page(Sight sight, WorkOrderFilter filter, Position after, int limit) {
        var ofDepartment = sight.department() != null || filter.department() != null;
        var inOneState = filter.states().size() == 1;
        var items = query(
                        WorkOrderListSql.page(ofDepartment, inOneState),
                        seenAndWanted(sight, filter)
                                .addOffsetDateTime(utc(after.since()))
                                .addUUID(after.id())
                                .addInteger(limit + 1))
                .map(rows -> orders(rows).toList());
        var total = query(WorkOrderListSql.total(ofDepartment, inOneState), seenAndWanted(sight, filter))
                .map(rows -> rows.iterator().next().getLong(0));
        return Uni.combine().all().unis(items, total).with((found, all) -> page(found, limit, all));
    }

    /** @param found one more than the page has room for, if there are more */
    private static Page<WorkOrder> page(List<WorkOrder> found, int limit, long total) {
        var items = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? Position.of(items.get(limit - 1)).token() : null;
        return new Page<>(items, next, total);
    }

    @Override
    public Uni<Map<State, Long>> count(Sight sight, Instant from, Instant before) {
        return query(COUNT, seen(sight).addOffsetDateTime(utc(from)).addOffsetDateTime(utc(before)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> State.valueOf(row.getString("state")), row -> row.getLong("orders"))));
    }

    private static Tuple seen(Sight sight) {
        return Tuple.tuple()
                .addString(sight.division().value())
                .addBoolean(sight.confidential())
                .addString(sight.team())
                .addString(sight.department());
    }

    private static Tuple seenAndWanted(Sight sight, WorkOrderFilter filter) {
        return seen(sight)
                .addArrayOfString(filter.states().stream().map(State::name).toArray(String[]::new))
                .addString(filter.category())
                .addString(filter.place())
                .addString(filter.department());
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return transactions.pool().preparedQuery(sql).execute(parameters);
    }

    private static Stream<WorkOrder> orders(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(WorkOrderRow::order);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
