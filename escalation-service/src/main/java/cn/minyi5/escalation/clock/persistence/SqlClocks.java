package cn.minyi5.escalation.clock.persistence;

import static cn.minyi5.escalation.clock.persistence.ClockRows.utc;

import cn.minyi5.escalation.clock.application.ClockFilter;
import cn.minyi5.escalation.clock.application.Clocks;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Whoever changes a run first locks it and then reads it with another statement: a row that was waited for comes in its
 * newest version, but what a statement joins to it is as old as the statement.
 */
@ApplicationScoped
class SqlClocks implements Clocks {

    private static final String START =
            """
            insert into sla_clock (id, work_order_id, kind, dispatch_no, round, work_order_number, grid_code,
                category_code, confidential, imported, department, partition, policy_id, allowed_millis,
                reminder_left_share, notice_after_millis, started_at, due_at, next_rung_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            on conflict (work_order_id, kind, dispatch_no) do nothing""";

    private static final String LOCK =
            "select id from sla_clock where work_order_id = $1 and dispatch_no <= $2 order by id for update";

    private static final String READ =
            """
            select clock.*, turn.*, rung.*
            from sla_clock clock
            left join lateral (
                select array_agg(kind order by at, kind) as turns, array_agg(at order by at, kind) as turned_at
                from clock_turn where clock_id = clock.id) turn on true
            left join lateral (
                select array_agg(rung order by rung_at, fired_at, rung) as rungs,
                       array_agg(rung_at order by rung_at, fired_at, rung) as rung_at,
                       array_agg(fired_at order by rung_at, fired_at, rung) as fired_at,
                       array_agg(late_noticed order by rung_at, fired_at, rung) as late_noticed
                from clock_rung where clock_id = clock.id) rung on true
            where clock.id = any ($1) order by clock.due_at, clock.id""";

    private static final String TURN = "insert into clock_turn (clock_id, event_id, kind, at) values ($1, $2, $3, $4)";

    private static final String STORE =
            "update sla_clock set due_at = $2, stopped_at = $3, ended_at = $4, next_rung_at = $5 where id = $1";

    /** Ids of one page, with the count of all that match and the moment. */
    private static final String LIST =
            """
            with matching as not materialized (
                select id, due_at from sla_clock
                where ($1::uuid is null or work_order_id = $1)
                  and ($2::text is null or work_order_number = $2)
                  and ($3::text is null or department = $3)
                  and ($4::bigint is null or stopped_at is null and ended_at is null
                       and due_at between now() and now() + $4 * interval '1 millisecond')
                  and ($5::text is null or $5 = case when ended_at is not null then 'ENDED'
                       when stopped_at is not null then 'STOPPED' else 'RUNNING' end)
                  and starts_with(grid_code, $6)
                  and ($7::text is null or department = $7)
                  and (not confidential or $8))
            select (select count(*) from matching) as total, now() as at,
                   array(select id from matching
                         where $9::timestamptz is null or (due_at, id) > ($9, $10::uuid)
                         order by due_at, id limit $11) as ids""";

    private final Transactions transactions;

    SqlClocks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> start(Transaction tx, List<ClockRun> runs) {
        return tx.connection()
                .preparedQuery(START)
                .executeBatch(runs.stream().map(ClockRows::started).toList())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<ClockRun>> lock(Transaction tx, UUID workOrderId, int upToDispatchNo) {
        return tx.connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(workOrderId, upToDispatchNo))
                .flatMap(rows -> read(
                        tx,
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getUUID("id"))
                                .toList()));
    }

    @Override
    public Uni<List<ClockRun>> read(Transaction tx, Collection<UUID> ids) {
        return tx.connection()
                .preparedQuery(READ)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(ClockRows::runs);
    }

    @Override
    public Uni<Void> turn(Transaction tx, List<ClockRun> runs, ClockTurn turn, UUID eventId) {
        if (runs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.connection()
                .preparedQuery(TURN)
                .executeBatch(runs.stream()
                        .map(run -> Tuple.of(run.id(), eventId, turn.kind().name(), utc(turn.at())))
                        .toList())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> store(Transaction tx, List<ClockRun> runs) {
        if (runs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.connection()
                .preparedQuery(STORE)
                .executeBatch(runs.stream().map(ClockRows::computed).toList())
                .replaceWithVoid();
    }

    @Override
    public Uni<Listed> list(ClockFilter filter, Sight sight) {
        return transactions
                .pool()
                .preparedQuery(LIST)
                .execute(parameters(filter, sight))
                .map(rows -> rows.iterator().next())
                .flatMap(page -> transactions
                        .pool()
                        .preparedQuery(READ)
                        .execute(Tuple.of(page.getArrayOfUUIDs("ids")))
                        .map(rows -> new Listed(
                                ClockRows.runs(rows),
                                page.getLong("total"),
                                page.getOffsetDateTime("at").toInstant())));
    }

    private static Tuple parameters(ClockFilter filter, Sight sight) {
        var after = filter.after();
        return Tuple.from(new Object[] {
            filter.workOrderId(),
            filter.workOrderNumber(),
            filter.department(),
            filter.dueWithin() == null ? null : filter.dueWithin().toMillis(),
            filter.state() == null ? null : filter.state().name(),
            sight.division(),
            sight.department(),
            sight.confidential(),
            after == null ? null : utc(after.at()),
            after == null ? null : after.id(),
            filter.limit()
        });
    }
}
