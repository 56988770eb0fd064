package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.ClockEvent.DueSet;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 到期时间. When the clocks of orders are due, as escalation judges it; nothing is worked out here (ADR 0035). By hand: on
 * the consumers' path, where one statement serves a whole list.
 */
@ApplicationScoped
public class DueTimes {

    /** A step that somebody takes at the same time is waited for, or waits: neither overlooks what the other says. */
    private static final String LOCK = "select id from work_order where id = any ($1) order by id for update";

    private static final String KEEP =
            """
            insert into work_order_clock as kept (work_order_id, clock, dispatch_no, started_at, due_at)
            select * from jsonb_to_recordset($1)
                as told (work_order_id uuid, clock text, dispatch_no int, started_at timestamptz, due_at timestamptz)
            order by work_order_id
            on conflict (work_order_id, clock) do update
            set dispatch_no = excluded.dispatch_no, started_at = excluded.started_at, due_at = excluded.due_at
            where (kept.dispatch_no, kept.started_at) <= (excluded.dispatch_no, excluded.started_at)""";

    /** Where lists and searches read it. */
    private static final String LIST =
            """
            with running as (
                select clock.work_order_id, clock.due_at
                from work_order_clock clock join work_order known on known.id = clock.work_order_id
                where clock.work_order_id = any ($1)
                  and clock.clock = running_clock(known.state) and clock.dispatch_no = known.dispatches),
            said as (
                update work_order_words said set due_at = running.due_at
                from running where said.work_order_id = running.work_order_id and said.due_at <> running.due_at)
            update work_order_listed listed set due_at = running.due_at
            from running where listed.work_order_id = running.work_order_id and listed.due_at <> running.due_at""";

    private static final String OF_ORDERS =
            """
            select work_order_id as id, due_at, running_clock(state) as clock
            from work_order_listed where work_order_id = any ($1) and list = 'all'""";

    private final Sql sql;

    DueTimes(Sql sql) {
        this.sql = sql;
    }

    /** Which clock runs for an order and when it is due; both are null where none runs or none is known. */
    record Due(@Nullable Instant at, @Nullable ClockKind clock) {

        /** In place of a moment, where none runs: behind all others. */
        static final Instant NEVER = Instant.parse("3000-01-01T00:00:00Z");

        static final Due UNKNOWN = new Due(null, null);

        static Due of(Instant at, @Nullable ClockKind clock) {
            return at.equals(NEVER) ? UNKNOWN : new Due(at, clock);
        }
    }

    private record Listed(UUID id, Instant dueAt, @Nullable ClockKind clock) {}

    /** Of an order that is not known yet they are kept for it; what an earlier dispatch was given is over. */
    public Uni<Void> keepAll(List<Received<DueSet>> told, Instant now) {
        var orders = told.stream().map(one -> one.event().workOrderId()).toList();
        return sql.rows(LOCK, orders)
                .chain(() -> sql.update(KEEP, JsonRows.ofEvents(told)))
                .chain(() -> sql.update(LIST, orders))
                .replaceWithVoid();
    }

    Uni<Map<UUID, Due>> of(List<UUID> orders) {
        return sql.list(Listed.class, OF_ORDERS, orders).map(found -> found.stream()
                .collect(Collectors.toMap(Listed::id, listed -> Due.of(listed.dueAt(), listed.clock()))));
    }

    Uni<Due> of(UUID order) {
        return of(List.of(order)).map(found -> found.getOrDefault(order, Due.UNKNOWN));
    }
}
