package cn.minyi5.escalation.clock;

import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Clocks whose next rung has come by the watermark of their partition, and about whose work order no event is an open
 * dead letter. By hand: batches straight from the index; lateral and limited, for a join would read every open clock and
 * not the few that are due.
 */
@ApplicationScoped
class DueClocks {

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
                where seen.topic = 'routing.work-orders')""";

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

    private final Sql sql;

    DueClocks(Sql sql) {
        this.sql = sql;
    }

    private record Due(UUID id, Instant upTo) {}

    Uni<Boolean> exist() {
        return sql.value(Boolean.class, EXIST);
    }

    /**
     * Locks some of them, the longest due first; those that somebody else holds are left to them.
     *
     * @return up to which moment each has been seen
     */
    Uni<Map<UUID, Instant>> lock(int limitByPartition) {
        return sql.list(Due.class, LOCK, limitByPartition)
                .map(due -> due.stream().collect(Collectors.toMap(Due::id, Due::upTo)));
    }
}
