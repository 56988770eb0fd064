package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockStatus.Ended;
import cn.minyi5.escalation.clock.domain.ClockStatus.Stopped;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * All runs of all clocks. Whoever changes a run first locks it and then reads it with another statement: a row that was
 * waited for comes in its newest version, but what a statement joins to it is as old as the statement.
 *
 * <p>By hand: on the consumers' path, where one statement serves a whole list; lists go in as JSON, by names.
 */
@ApplicationScoped
public class Clocks {

    private static final String START =
            """
            insert into sla_clock (id, work_order_id, kind, dispatch_no, round, work_order_number, grid_code,
                category_code, confidential, imported, department, partition, policy_id, allowed_millis,
                reminder_left_share, notice_after_millis, started_at, due_at, next_rung_at)
            select id, work_order_id, kind, dispatch_no, round, work_order_number, grid_code,
                category_code, confidential, imported, department, partition, policy_id, allowed_millis,
                reminder_left_share, notice_after_millis, started_at, due_at, next_rung_at
            from jsonb_populate_recordset(null::sla_clock, $1)
            on conflict (work_order_id, kind, dispatch_no) do nothing""";

    private static final String LOCK =
            """
            select clock.id
            from unnest($1::uuid[], $2::int[]) as asked (work_order_id, dispatch_no)
            join sla_clock clock on clock.work_order_id = asked.work_order_id
                and clock.kind = $3 and clock.dispatch_no = asked.dispatch_no
            order by clock.id for update of clock""";

    private static final String LOCK_UP_TO =
            """
            select clock.id
            from unnest($1::uuid[], $2::int[]) as asked (work_order_id, dispatch_no)
            join sla_clock clock on clock.work_order_id = asked.work_order_id
                and clock.dispatch_no <= asked.dispatch_no
            order by clock.id for update of clock""";

    private static final String READ =
            """
            select clock.*, turn.*, rung.*
            from sla_clock clock
            cross join lateral (
                select coalesce(array_agg(kind order by at, kind), '{}') as turns,
                       coalesce(array_agg(at order by at, kind), '{}') as turned_at
                from clock_turn where clock_id = clock.id) turn
            cross join lateral (
                select coalesce(array_agg(rung order by rung_at, fired_at, rung), '{}') as rungs,
                       coalesce(array_agg(rung_at order by rung_at, fired_at, rung), '{}') as rung_at,
                       coalesce(array_agg(fired_at order by rung_at, fired_at, rung), '{}') as fired_at,
                       coalesce(array_agg(late_noticed order by rung_at, fired_at, rung), '{}') as late_noticed
                from clock_rung where clock_id = clock.id) rung
            where clock.id = any ($1) order by clock.due_at, clock.id""";

    private static final String TURN =
            """
            insert into clock_turn (clock_id, event_id, kind, at)
            select clock_id, event_id, kind, at from jsonb_populate_recordset(null::clock_turn, $1)""";

    private static final String STORE =
            """
            update sla_clock clock
            set due_at = computed.due_at, stopped_at = computed.stopped_at, ended_at = computed.ended_at,
                next_rung_at = computed.next_rung_at
            from jsonb_populate_recordset(null::sla_clock, $1) as computed where clock.id = computed.id""";

    private final Sql sql;

    Clocks(Sql sql) {
        this.sql = sql;
    }

    /** A run after a turn, and the event that turned it. */
    record Turned(ClockRun run, ClockTurn turn, UUID eventId) {}

    private record Locked(UUID id) {}

    /** A run that exists already stays as it is. */
    Uni<Void> start(List<ClockRun> runs) {
        return sql.update(
                        START, new JsonArray(runs.stream().map(Clocks::started).toList()))
                .replaceWithVoid();
    }

    /** The runs of a kind, one for each work order and dispatch as far as they exist; firing waits meanwhile. */
    Uni<List<ClockRun>> lock(List<UUID> workOrders, List<Integer> dispatchNos, ClockKind kind) {
        return sql.list(Locked.class, LOCK, workOrders, dispatchNos, kind).flatMap(this::readLocked);
    }

    /** All runs of each work order up to a dispatch; firing waits meanwhile. */
    Uni<List<ClockRun>> lockUpTo(List<UUID> workOrders, List<Integer> dispatchNos) {
        return sql.list(Locked.class, LOCK_UP_TO, workOrders, dispatchNos).flatMap(this::readLocked);
    }

    private Uni<List<ClockRun>> readLocked(List<Locked> locked) {
        return read(locked.stream().map(Locked::id).toList());
    }

    /** By due moment. What is to be changed must have been locked in the same transaction. */
    public Uni<List<ClockRun>> read(Collection<UUID> ids) {
        return sql.list(ClockRow.class, READ, (Object) ids.toArray(new UUID[0]))
                .map(rows -> rows.stream().map(ClockRow::run).toList());
    }

    /** Adds the turns to the logs of their runs, and stores what follows from them. */
    Uni<Void> turn(List<Turned> turned) {
        if (turned.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.update(
                        TURN, new JsonArray(turned.stream().map(Clocks::logged).toList()))
                .chain(() -> store(turned.stream().map(Turned::run).toList()));
    }

    /** Stores what is computed: due moment, status, next rung. */
    public Uni<Void> store(List<ClockRun> runs) {
        return sql.update(
                        STORE, new JsonArray(runs.stream().map(Clocks::computed).toList()))
                .replaceWithVoid();
    }

    private static JsonObject started(ClockRun run) {
        var order = run.order();
        var terms = run.clock().terms();
        return computed(run)
                .put("work_order_id", order.workOrderId().toString())
                .put("kind", run.kind().name())
                .put("dispatch_no", order.dispatchNo())
                .put("round", order.round())
                .put("work_order_number", order.workOrderNumber())
                .put("grid_code", order.gridCode())
                .put("category_code", order.categoryCode())
                .put("confidential", order.confidential())
                .put("imported", order.imported())
                .put("department", order.department())
                .put("partition", run.partition())
                .put("policy_id", run.policyId().toString())
                .put("allowed_millis", terms.allowed().toMillis())
                .put("reminder_left_share", terms.reminderLeftShare())
                .put("notice_after_millis", terms.noticeAfter().toMillis())
                .put("started_at", run.clock().startedAt());
    }

    private static JsonObject computed(ClockRun run) {
        var status = run.clock().status();
        return new JsonObject()
                .put("id", run.id().toString())
                .put("due_at", run.clock().dueAt())
                .put("stopped_at", status instanceof Stopped stopped ? stopped.at() : null)
                .put("ended_at", status instanceof Ended ended ? ended.at() : null)
                .put("next_rung_at", run.nextRungAt().orElse(null));
    }

    private static JsonObject logged(Turned turned) {
        return new JsonObject()
                .put("clock_id", turned.run().id().toString())
                .put("event_id", turned.eventId().toString())
                .put("kind", turned.turn().kind().name())
                .put("at", turned.turn().at());
    }
}
