package cn.minyi5.escalation.ladder.persistence;

import cn.minyi5.escalation.ladder.application.DueClocks;
import cn.minyi5.escalation.ladder.domain.ReachedRung;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class SqlDueClocks implements DueClocks {

    /** Lateral and limited in both: a join would read every open clock, not the few that are due. */
    private static final String EXIST =
            """
            select exists (
                select from seen_up_to seen cross join lateral (
                    select from sla_clock clock
                    where clock.partition = seen.partition and clock.next_rung_at <= seen.up_to
                      and not exists (select from dead_letter
                                      where consumer_group = 'escalation.work-orders' and replayed_at is null
                                        and key = clock.work_order_id::text)
                    order by clock.next_rung_at limit 1) due
                where seen.topic = 'routing.work-orders') as some""";

    private static final String LOCK =
            """
            select due.id, seen.up_to
            from seen_up_to seen cross join lateral (
                select id from sla_clock clock
                where clock.partition = seen.partition and clock.next_rung_at <= seen.up_to
                  and not exists (select from dead_letter
                                  where consumer_group = 'escalation.work-orders' and replayed_at is null
                                    and key = clock.work_order_id::text)
                order by clock.next_rung_at limit $1
                for update of clock skip locked) due
            where seen.topic = 'routing.work-orders'""";

    private static final String FIRED =
            "insert into clock_rung (clock_id, rung, rung_at, fired_at, late_noticed) values ($1, $2, $3, $4, $5)";

    private final Transactions transactions;

    SqlDueClocks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Boolean> exist() {
        return transactions.pool().preparedQuery(EXIST).execute().map(rows -> rows.iterator()
                .next()
                .getBoolean("some"));
    }

    @Override
    public Uni<Map<UUID, Instant>> lock(Transaction tx, int limitByPartition) {
        return tx.connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(limitByPartition))
                .map(rows -> {
                    var seenUpTo = new LinkedHashMap<UUID, Instant>();
                    rows.forEach(row -> seenUpTo.put(
                            row.getUUID("id"), row.getOffsetDateTime("up_to").toInstant()));
                    return seenUpTo;
                });
    }

    @Override
    public Uni<Void> fired(Transaction tx, List<ReachedRung> rungs) {
        if (rungs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.connection()
                .preparedQuery(FIRED)
                .executeBatch(rungs.stream().map(SqlDueClocks::parameters).toList())
                .replaceWithVoid();
    }

    private static Tuple parameters(ReachedRung rung) {
        var fired = rung.fired();
        return Tuple.of(
                rung.run().id(),
                fired.rung().name(),
                fired.rungAt().atOffset(ZoneOffset.UTC),
                fired.firedAt().atOffset(ZoneOffset.UTC),
                fired.lateNoticed());
    }
}
