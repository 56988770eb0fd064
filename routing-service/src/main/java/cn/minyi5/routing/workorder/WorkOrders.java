package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.domain.TimelineEntry;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * All work orders. New ones and lines of timelines are written with SQL by hand, because however many are written
 * together take one statement; they travel as JSON whose fields are named as the columns.
 */
@ApplicationScoped
public class WorkOrders {

    private static final String TELL =
            """
            insert into work_order_timeline (work_order_id, at, action, done_by, department, words)
            select work_order_id, at, action, done_by, department, words
            from json_populate_recordset(null::work_order_timeline, $1) with ordinality as line
            order by line.ordinality""";

    private static final String COLUMNS =
            """
            id, number, request_id, grid_code, category_code, urgency, text, anonymous, citizen_name, citizen_phone,
            team_code, visited_at, confidential, imported, opened_at, state, version, round, dispatches, returns, ruled,
            lead, assisting, rule_id, catalogue_version, clause, dispatched_at, signed_at,
            result_code, reply_text, contact_log, replied_at, accepted_at, closed_at""";

    private static final String OPEN = "with opened as (insert into work_order (" + COLUMNS + ") select " + COLUMNS
            + " from json_populate_recordset(null::work_order, $2)) " + TELL;

    private final Transactions transactions;
    private final Sql sql;
    private final Outbox outbox;

    WorkOrders(Transactions transactions, Sql sql, Outbox outbox) {
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
    }

    /** Stores orders that were not there before with their timelines, in one statement. */
    public Uni<Void> openAll(Collection<Transition> lives) {
        var orders = lives.stream().map(life -> columns(life.order())).collect(json());
        return sql.update(OPEN, lines(lives), orders).replaceWithVoid();
    }

    /** Tells the other services of what has happened, as part of the trace that caused it. */
    public void announce(Transition transition, @Nullable String traceparent) {
        transition.events().forEach(it -> outbox.announce(it.event(), it.at(), traceparent));
    }

    void announce(Transition transition) {
        transition.events().forEach(it -> outbox.announce(it.event(), it.at()));
    }

    /** Stores what has become of orders, and the lines of their timelines. */
    Uni<Void> update(Collection<WorkOrderRow> rows, Collection<Transition> transitions) {
        return transactions
                .session()
                .updateMultiple(List.copyOf(rows))
                .chain(() -> sql.update(TELL, lines(transitions)))
                .replaceWithVoid();
    }

    /**
     * The order, which nobody else changes until the transaction ends.
     *
     * @throws Refusal {@code work-order.unknown}
     */
    Uni<WorkOrderRow> locked(UUID id) {
        return transactions
                .session()
                .get(WorkOrderRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("work-order.unknown"));
    }

    /** Those of the orders that are there, which nobody else changes until the transaction ends. */
    Uni<Map<UUID, WorkOrderRow>> locked(Collection<UUID> ids) {
        return transactions
                .session()
                .createSelectionQuery("from WorkOrderRow where id in :ids order by id", WorkOrderRow.class)
                .setParameter("ids", ids)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity())));
    }

    /** @throws Refusal {@code work-order.unknown} */
    Uni<WorkOrder> get(UUID id) {
        return transactions
                .session()
                .get(WorkOrderRow.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("work-order.unknown"))
                .map(row -> row.order);
    }

    /** Those that have waited longest first. */
    Uni<List<WorkOrder>> all(Collection<UUID> ids) {
        return transactions
                .session()
                .createSelectionQuery("from WorkOrderRow where id in :ids order by since, id", WorkOrderRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(rows -> rows.stream().map(row -> row.order).toList());
    }

    /** The story so far; the oldest first. */
    Uni<List<TimelineEntry>> timeline(UUID id) {
        return transactions
                .session()
                .createSelectionQuery("from TimelineRow where workOrderId = :id order by entry", TimelineRow.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().map(row -> row.line).toList());
    }

    private static JsonArray lines(Collection<Transition> transitions) {
        return transitions.stream()
                .flatMap(transition -> transition.timeline().stream()
                        .map(line -> columns(transition.order().id(), line)))
                .collect(json());
    }

    private static JsonObject columns(UUID id, TimelineEntry line) {
        return new JsonObject()
                .put("work_order_id", id.toString())
                .put("at", line.at())
                .put("action", line.action())
                .put("done_by", line.by())
                .put("department", line.department())
                .put("words", line.words());
    }

    private static JsonObject columns(WorkOrder order) {
        var origin = order.origin();
        var request = origin.request();
        var row = new JsonObject()
                .put("id", order.id().toString())
                .put("number", origin.number())
                .put("request_id", request.requestId().toString())
                .put("grid_code", request.grid().value())
                .put("category_code", request.categoryCode())
                .put("urgency", request.urgency())
                .put("text", request.text())
                .put("anonymous", request.citizen().anonymous())
                .put("citizen_name", request.citizen().name())
                .put("citizen_phone", request.citizen().phone())
                .put("team_code", request.teamCode())
                .put("visited_at", request.visitedAt())
                .put("confidential", request.confidential())
                .put("imported", origin.imported())
                .put("opened_at", origin.openedAt())
                .put("state", order.state())
                .put("version", order.version())
                .put("round", order.round())
                .put("dispatches", order.dispatches())
                .put("returns", order.disputes().returns())
                .put("ruled", order.disputes().ruled())
                .put("closed_at", order.closedAt());
        var dispatch = order.dispatch();
        if (dispatch != null) {
            var assignment = dispatch.assignment();
            row.put("lead", assignment.lead())
                    .put("assisting", new JsonArray(assignment.assisting()))
                    .put("dispatched_at", dispatch.at())
                    .put("signed_at", dispatch.signedAt());
            var why = assignment.why();
            if (why != null) {
                row.put("rule_id", why.ruleId().toString())
                        .put("catalogue_version", why.catalogueVersion())
                        .put("clause", why.clause());
            }
        }
        var reply = order.reply();
        if (reply != null) {
            row.put("result_code", reply.resultCode())
                    .put("reply_text", reply.text())
                    .put("contact_log", reply.contactLog())
                    .put("replied_at", reply.at())
                    .put("accepted_at", reply.acceptedAt());
        }
        return row;
    }

    private static Collector<JsonObject, ?, JsonArray> json() {
        return Collector.of(JsonArray::new, JsonArray::add, JsonArray::addAll);
    }
}
