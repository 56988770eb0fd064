package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * 盲区. How far the service is behind on events. While it is, it holds its fire by itself: a rung fires only once its
 * partition has been seen up to it. This says so.
 */
@ApplicationScoped
public class Blindness {

    /** By hand, as all here: questions to what the platform keeps, which has no entity of ours. */
    private static final String SEEN =
            """
            select topic, partition, up_to as seen_up_to,
                   trunc(greatest(extract(epoch from clock_timestamp() - up_to), 0), 3) as behind_seconds
            from seen_up_to order by topic, partition""";

    /** {@code routing.work-orders} and {@code intake.requests}; the clocks themselves go by the first alone. */
    private static final int TOPICS = 2;

    private static final String HELD =
            """
            select count(distinct key) from unsettled_event where consumer_group = 'escalation.work-orders'""";

    /** What is known to be elsewhere, by its envelope or by what it is about, keeps nobody back; the rest may be anybody's. */
    private static final String UNSETTLED =
            """
            select count(*) from unsettled_event
            where coalesce(happened_at, failed_at) >= $1 and coalesce(happened_at, failed_at) < $2
              and (division is null or starts_with(division, $3) or starts_with($3, division))
              and not exists (select from dispatch_copy
                              where work_order_id::text = key and not starts_with(grid_code, $3))
              and not exists (select from request_copy
                              where request_id::text = key and not starts_with(grid_code, $3))""";

    private final Transactions transactions;
    private final Sql sql;
    private final ClockConfig config;

    Blindness(Transactions transactions, Sql sql, ClockConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.config = config;
    }

    /** @param heldOrders work orders whose clocks wait for an event that is set aside */
    public record Report(boolean blind, List<SeenPartition> partitions, long heldOrders) {}

    /**
     * Everything that happened up to the moment and came on the partition is known.
     *
     * @param behindSeconds never negative
     */
    public record SeenPartition(String topic, int partition, OffsetDateTime seenUpTo, double behindSeconds) {}

    public Uni<Report> report() {
        return transactions.read(
                () -> seen().flatMap(seen -> sql.value(Long.class, HELD).map(held -> report(seen, held))));
    }

    /** Within a unit of work: whether everything that happened before the moment is known. */
    public Uni<Boolean> seesAllBefore(Instant moment) {
        return seen().map(seen -> seen.size() >= TOPICS * config.partitions()
                && seen.stream()
                        .noneMatch(partition -> partition.seenUpTo().toInstant().isBefore(moment)));
    }

    /**
     * Within a unit of work: how many events of the period that may concern the division have had no effect yet, because
     * they wait or are dead letters.
     */
    public Uni<Long> unsettledOf(DivisionCode division, MonthRange period) {
        return sql.value(Long.class, UNSETTLED, period.begin(), period.end(), division);
    }

    private Uni<List<SeenPartition>> seen() {
        return sql.list(SeenPartition.class, SEEN);
    }

    private Report report(List<SeenPartition> seen, long heldOrders) {
        var longest = config.behind().toMillis() / 1000.0;
        var tooFar = seen.stream().anyMatch(partition -> partition.behindSeconds() > longest);
        return new Report(seen.size() < TOPICS * config.partitions() || tooFar, seen, heldOrders);
    }
}
