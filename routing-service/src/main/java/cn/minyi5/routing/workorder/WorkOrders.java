package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Extensions;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.CitizenPrivacy.OfCitizen;
import cn.minyi5.routing.workorder.WorkOrderView.TimelineView;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** All work orders. New ones, and lines of timelines, take one statement each, however many are stored together. */
@ApplicationScoped
public class WorkOrders {

    /** By hand, because it is read as it is shown. */
    private static final String TIMELINE =
            """
            select at, action, done_by as by, department, words
            from work_order_timeline where work_order_id = $1 order by entry""";

    private final Transactions transactions;
    private final Sql sql;
    private final Outbox outbox;
    private final CitizenPrivacy privacy;
    private final DueTimes dueTimes;

    WorkOrders(Transactions transactions, Sql sql, Outbox outbox, CitizenPrivacy privacy, DueTimes dueTimes) {
        this.dueTimes = dueTimes;
        this.privacy = privacy;
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
    }

    /** Stores orders that were not there before with their timelines; both statements are sent in one flight. */
    public Uni<Void> openAll(Collection<Transition> lives) {
        var orders = lives.stream().map(life -> WorkOrderRow.of(life.order())).toList();
        return Uni.combine().all().unis(sql.insertAll(orders), tell(lives)).discardItems();
    }

    /** Tells the other services of what has happened, as part of the trace that caused it. */
    public void announce(Transition transition, @Nullable String traceparent) {
        var request = transition.order().request();
        var extensions = Extensions.of(request.grid().division(), request.confidential());
        transition
                .events()
                .forEach(it -> outbox.announce(it.event(), it.at(), traceparent, extensions.counted(it.sequence())));
    }

    void announce(Transition transition) {
        announce(transition, null);
    }

    /** Stores what has become of orders, and the lines of their timelines. */
    Uni<Void> update(Collection<Transition> transitions) {
        if (transitions.stream().anyMatch(taken -> taken.order().request().confidential())) {
            transactions.logged().confidential();
        }
        var orders = transitions.stream()
                .map(taken -> WorkOrderRow.of(taken.order()))
                .toList();
        return transactions.session().updateMultiple(orders).chain(() -> tell(transitions));
    }

    private Uni<Void> tell(Collection<Transition> transitions) {
        return sql.insertAll(transitions.stream()
                .flatMap(transition -> transition.timeline().stream()
                        .map(line -> TimelineRow.of(transition.order().id(), line)))
                .toList());
    }

    /** When it is done what is done to orders that are locked: steps that waited for each other happen one by one. */
    Uni<Instant> moment() {
        return transactions.moment();
    }

    /** Those of the orders that are there, which nobody else changes until the transaction ends. */
    Uni<Map<UUID, WorkOrder>> locked(Collection<UUID> ids) {
        return transactions
                .session()
                .createSelectionQuery("from WorkOrderRow where id in :ids order by id", WorkOrderRow.class)
                .setParameter("ids", ids)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, row -> row.order)));
    }

    /** Those that were opened of the requests, by request; nobody else changes them until the transaction ends. */
    Uni<Map<UUID, WorkOrder>> lockedOf(Collection<UUID> requestIds) {
        return transactions
                .session()
                .createSelectionQuery(
                        "from WorkOrderRow where order.origin.request.requestId in :ids order by id",
                        WorkOrderRow.class)
                .setParameter("ids", requestIds)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.order.request().requestId(), row -> row.order)));
    }

    /** Those that were merged into the orders; nobody else changes them until the transaction ends. */
    Uni<List<WorkOrder>> lockedChildrenOf(Collection<UUID> parents) {
        return transactions
                .session()
                .createSelectionQuery(
                        "from WorkOrderRow where order.parent.workOrderId in :ids order by id", WorkOrderRow.class)
                .setParameter("ids", parents)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream().map(row -> row.order).toList());
    }

    Uni<WorkOrder> get(UUID id) {
        return known(transactions.session().get(WorkOrderRow.class, id));
    }

    private static Uni<WorkOrder> known(Uni<WorkOrderRow> found) {
        return found.onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("work-order.unknown"))
                .map(row -> row.order);
    }

    /** Those that have waited longest first. */
    Uni<List<WorkOrder>> all(Collection<UUID> ids) {
        return transactions
                .session()
                .createSelectionQuery(
                        "select found.order from WorkOrderRow found where found.id in :ids order by found.since, found.id",
                        WorkOrder.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** How to speak of the order's citizen. */
    Uni<OfCitizen> citizenOf(WorkOrder order) {
        return privacy.of(order);
    }

    /** Stores what was needed to speak of them so. */
    Uni<Void> keep(OfCitizen citizen) {
        return privacy.keep(citizen);
    }

    /** With its timeline and without the contact log: it is kept as an answer. @param allowed what the asker may do to it */
    Uni<WorkOrderView> view(WorkOrder order, List<Action> allowed, Instant now) {
        return view(order, null, allowed, now);
    }

    /** As {@link #view}, and with the contact log. */
    Uni<WorkOrderView> viewWithContactLog(WorkOrder order, List<Action> allowed, Instant now) {
        return privacy.contactLog(order).flatMap(log -> view(order, log, allowed, now));
    }

    private Uni<WorkOrderView> view(WorkOrder order, @Nullable String contactLog, List<Action> allowed, Instant now) {
        return Uni.combine()
                .all()
                .unis(sql.list(TimelineView.class, TIMELINE, order.id()), dueTimes.of(order.id()))
                .with((timeline, due) -> WorkOrderView.of(order, due, contactLog, timeline, allowed, now));
    }
}
