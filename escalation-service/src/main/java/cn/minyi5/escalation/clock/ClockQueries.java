package cn.minyi5.escalation.clock;

import cn.minyi5.access.AccessScope;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockStatus;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clocks as people ask for them. */
@ApplicationScoped
public class ClockQueries {

    /** By hand, a keyset list: ids of one page, with the count of all that match and the moment. */
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
                   array(select id from matching where (due_at, id) > ($9, $10::uuid)
                         order by due_at, id limit $11) as ids""";

    private final Transactions transactions;
    private final Sql sql;
    private final Clocks clocks;

    ClockQueries(Transactions transactions, Sql sql, Clocks clocks) {
        this.transactions = transactions;
        this.sql = sql;
        this.clocks = clocks;
    }

    /**
     * Which clocks are asked for; null does not narrow.
     *
     * @param dueWithin running clocks that fall due between now and then
     */
    public record Filter(
            @Nullable UUID workOrderId,
            @Nullable String workOrderNumber,
            @Nullable String department,
            @Nullable Duration dueWithin,
            ClockStatus.@Nullable State state) {}

    /** @param at the database's moment of reading, by which lights are shown */
    public record Listed(Page<ClockRun> page, Instant at) {}

    private record Found(long total, Instant at, List<UUID> ids) {}

    /** By due moment. */
    public Uni<Listed> list(Filter filter, AccessScope scope, Cursor after, int limit) {
        return transactions.read(() -> sql.first(
                        Found.class,
                        LIST,
                        filter.workOrderId(),
                        filter.workOrderNumber(),
                        filter.department(),
                        filter.dueWithin(),
                        filter.state(),
                        scope.division(),
                        scope.department(),
                        scope.confidential(),
                        after.moment(),
                        after.id(),
                        Page.oneMoreThan(limit))
                .flatMap(found -> clocks.read(found.ids()).map(runs -> listed(found, runs, limit))));
    }

    private static Listed listed(Found found, List<ClockRun> runs, int limit) {
        var page = Page.of(runs, limit, run -> new Cursor(run.clock().dueAt(), run.id()), found.total());
        return new Listed(page, found.at());
    }
}
