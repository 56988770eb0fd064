package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockRun.Climb;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.NotYet;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All runs of all clocks. Whoever changes a run first locks it and then reads it.
 *
 * <p>By hand: on the consumers' path, where one statement serves a whole list; lists go in as JSON, by names. What is due
 * comes straight from the index, lateral and limited, for a join would read every open clock and not the few that are.
 */
@ApplicationScoped
class Clocks {

    /** Tells of each whether it is new, and whether its order is over already. */
    private static final String START =
            """
            with begun as (select * from jsonb_populate_recordset(null::sla_clock, $1)),
            started as (
                insert into sla_clock select * from begun
                on conflict (work_order_id, kind, dispatch_no, started_at) do nothing
                returning id)
            select id, id in (select id from started) as is_new, work_order_id, event_id, refused_at, turn
            from begun left join refused_order using (work_order_id)""";

    private static final String REFUSED =
            """
            insert into refused_order (work_order_id, event_id, refused_at, turn)
            select *, $4 from unnest($1::uuid[], $2::uuid[], $3::timestamptz[])
            on conflict do nothing""";

    private static final String LOCK = "select * from lock_clock_runs($1, $2, $3)";

    private static final String READ = "select * from clock_run where id = any ($1) order by due_at, id";

    private static final String STORE =
            """
            with turned as (
                insert into clock_turn select * from jsonb_populate_recordset(null::clock_turn, $2)),
            fired as (
                insert into clock_rung select * from jsonb_populate_recordset(null::clock_rung, $3))
            update sla_clock clock
            set due_at = computed.due_at, stopped_at = computed.stopped_at, ended_at = computed.ended_at,
                next_rung_at = computed.next_rung_at
            from jsonb_populate_recordset(null::sla_clock, $1) as computed where clock.id = computed.id""";

    private static final String IS_ANY_DUE =
            """
            select exists (
                select from seen_up_to seen cross join lateral (
                    select from sla_clock clock
                    where clock.partition = seen.partition and clock.next_rung_at <= seen.up_to
                      and not exists (select from unsettled_event
                                      where consumer_group = 'escalation.work-orders'
                                        and key = clock.work_order_id::text)
                    order by clock.next_rung_at limit 1) due
                where seen.topic = 'routing.work-orders')""";

    private static final String LOCK_DUE =
            """
            select due.id, seen.up_to
            from seen_up_to seen cross join lateral (
                select id from sla_clock clock
                where clock.partition = seen.partition and clock.next_rung_at <= seen.up_to
                  and not exists (select from unsettled_event
                                  where consumer_group = 'escalation.work-orders'
                                    and key = clock.work_order_id::text)
                order by clock.next_rung_at limit $1
                for update of clock skip locked) due
            where seen.topic = 'routing.work-orders'""";

    private final Sql sql;
    private final DueTimes dueTimes;

    Clocks(Sql sql, DueTimes dueTimes) {
        this.sql = sql;
        this.dueTimes = dueTimes;
    }

    private record Due(UUID id, Instant upTo) {}

    private record Started(
            UUID id,
            boolean isNew,
            UUID workOrderId,
            @Nullable UUID eventId,
            @Nullable Instant refusedAt,
            ClockTurn.@Nullable Kind turn) {

        Stream<Refused> refused() {
            return eventId == null || refusedAt == null || turn == null
                    ? Stream.empty()
                    : Stream.of(new Refused(workOrderId, eventId, refusedAt, turn));
        }
    }

    /** A run that exists already stays as it is; one of an order that was over since then ends with that. */
    Uni<Void> start(List<ClockRun> runs) {
        return sql.list(Started.class, START, rows(runs.stream().map(ClockRow::started)))
                .invoke(started -> dueTimes.announce(newAmong(runs, started)))
                .flatMap(started -> endAll(
                        started.stream().flatMap(Started::refused).distinct().toList()));
    }

    private static Stream<ClockRun> newAmong(List<ClockRun> runs, List<Started> started) {
        var ids = started.stream().filter(Started::isNew).map(Started::id).collect(Collectors.toSet());
        return runs.stream().filter(run -> ids.contains(run.id()));
    }

    /** Notes that the orders are over and turns the runs that have begun before, now or when they are heard of. */
    <E extends WorkOrderEvent> Uni<Void> endAll(List<Received<E>> told, ClockTurn.Kind turn) {
        var refused = told.stream()
                .map(event -> new Refused(event.event().workOrderId(), event.id(), event.happenedAt(), turn))
                .toList();
        return sql.update(
                        REFUSED,
                        refused.stream().map(Refused::workOrderId).toList(),
                        refused.stream().map(Refused::eventId).toList(),
                        refused.stream().map(Refused::refusedAt).toList(),
                        turn)
                .chain(() -> endAll(refused));
    }

    private Uni<Void> endAll(List<Refused> refused) {
        if (refused.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var orders = refused.stream().collect(Collectors.toMap(Refused::workOrderId, Function.identity()));
        var all = Collections.nCopies(refused.size(), Integer.MAX_VALUE);
        return runs(LOCK, List.copyOf(orders.keySet()), all, null)
                .map(runs -> runs.stream()
                        .flatMap(run -> Objects.requireNonNull(
                                        orders.get(run.order().workOrderId()))
                                .end(run))
                        .toList())
                .flatMap(this::turn);
    }

    /**
     * Locked, as far as they exist, by work order; firing waits meanwhile.
     *
     * @param kind of which those of the very dispatches are locked; with null those of any kind up to the dispatches
     */
    <E extends WorkOrderEvent> Uni<Map<UUID, List<ClockRun>>> lock(
            List<Received<E>> told, ToIntFunction<E> dispatchNo, @Nullable ClockKind kind) {
        var workOrders = told.stream().map(event -> event.event().workOrderId()).toList();
        var dispatchNos =
                told.stream().map(event -> dispatchNo.applyAsInt(event.event())).toList();
        return runs(LOCK, workOrders, dispatchNos, kind).map(runs -> runs.stream()
                .collect(Collectors.groupingBy(run -> run.order().workOrderId())));
    }

    /** The run that a department's clock has for the event's dispatch. */
    static <E extends WorkOrderEvent> ClockRun known(
            Map<UUID, List<ClockRun>> locked, Received<E> event, ToIntFunction<E> dispatchNo) {
        return Optional.ofNullable(locked.get(event.event().workOrderId()))
                .map(runs -> runs.get(0))
                .orElseThrow(() -> new NotYet("the dispatch"));
    }

    /** Whether a rung has come by the watermark of its partition, and no event about its work order is unsettled. */
    Uni<Boolean> isAnyDue() {
        return sql.value(Boolean.class, IS_ANY_DUE);
    }

    /**
     * Locks some of those that are due, the longest due first; those that somebody else holds are left to them.
     *
     * @return up to which moment each has been seen
     */
    Uni<Map<UUID, Instant>> lockDue(int limitByPartition) {
        return sql.list(Due.class, LOCK_DUE, limitByPartition)
                .map(due -> due.stream().collect(Collectors.toMap(Due::id, Due::upTo)));
    }

    /** By due moment. What is to be changed must have been locked in the same transaction. */
    Uni<List<ClockRun>> read(Collection<UUID> ids) {
        return runs(READ, (Object) ids.toArray(UUID[]::new));
    }

    /** Adds the turns to the logs of their runs, and stores what follows from them. */
    Uni<Void> turn(List<Turned> turned) {
        if (turned.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        dueTimes.announce(turned.stream().filter(Turned::isDueMoved).map(Turned::run));
        return store(turned.stream().map(Turned::run), turned.stream().map(Clocks::logged), Stream.empty());
    }

    /** Notes that the rungs have fired, and stores what follows; a rung noted before fails the transaction. */
    Uni<Void> climb(List<Climb> climbs) {
        return store(
                climbs.stream().map(Climb::after),
                Stream.empty(),
                climbs.stream().flatMap(Clocks::fired));
    }

    private Uni<Void> store(Stream<ClockRun> runs, Stream<JsonObject> turns, Stream<JsonObject> rungs) {
        return sql.update(STORE, rows(runs.map(ClockRow::computed)), rows(turns), rows(rungs))
                .replaceWithVoid();
    }

    private Uni<List<ClockRun>> runs(String statement, @Nullable Object... parameters) {
        return sql.list(ClockRow.class, statement, parameters)
                .map(rows -> rows.stream().map(ClockRow::run).toList());
    }

    private static JsonArray rows(Stream<JsonObject> rows) {
        return new JsonArray(rows.toList());
    }

    private static JsonObject logged(Turned turned) {
        return JsonRows.of(turned.turn())
                .put("clock_id", turned.run().id().toString())
                .put("event_id", turned.eventId().toString());
    }

    private static Stream<JsonObject> fired(Climb climb) {
        var clock = climb.after().id().toString();
        return climb.fired().stream().map(rung -> JsonRows.of(rung).put("clock_id", clock));
    }
}
