package cn.minyi5.escalation.clock;

import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * 盲区. How far the service is behind on events. While it is, it holds its fire by itself: a rung fires only once its
 * partition has been seen up to it. This says so.
 */
@ApplicationScoped
public class Blindness {

    /** By hand, as all here: questions to what the platform keeps, which has no entity of ours. */
    private static final String SEEN = "select topic, partition, up_to from seen_up_to order by topic, partition";

    private static final String HELD =
            """
            select clock_timestamp() as at, count(distinct key) as orders from dead_letter
            where consumer_group = 'escalation.work-orders' and replayed_at is null""";

    private final Transactions transactions;
    private final Sql sql;
    private final BlindnessConfig config;

    Blindness(Transactions transactions, Sql sql, BlindnessConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.config = config;
    }

    /** @param heldOrders work orders whose clocks wait for a dead letter to be replayed */
    public record Report(boolean blind, List<Lag> partitions, long heldOrders) {}

    /** @param behind never negative */
    public record Lag(String topic, int partition, Instant seenUpTo, Duration behind) {}

    /** Everything that happened up to the moment and came on the partition is known. */
    private record Seen(String topic, int partition, Instant upTo) {

        Lag lag(Instant at) {
            var behind = Duration.between(upTo, at);
            return new Lag(topic, partition, upTo, behind.isNegative() ? Duration.ZERO : behind);
        }
    }

    private record Held(Instant at, long orders) {}

    public Uni<Report> report() {
        return transactions.read(() -> sql.list(Seen.class, SEEN)
                .flatMap(seen -> sql.first(Held.class, HELD).map(held -> report(seen, held))));
    }

    /** Within a unit of work: whether everything that happened before the moment is known. */
    public Uni<Boolean> seesAllBefore(Instant moment) {
        return sql.list(Seen.class, SEEN)
                .map(seen -> seen.size() >= config.partitions()
                        && seen.stream().noneMatch(partition -> partition.upTo().isBefore(moment)));
    }

    private Report report(List<Seen> seen, Held held) {
        var lags = seen.stream().map(partition -> partition.lag(held.at())).toList();
        var tooFar = lags.stream().anyMatch(lag -> lag.behind().compareTo(config.behind()) > 0);
        return new Report(lags.size() < config.partitions() || tooFar, lags, held.orders());
    }
}
