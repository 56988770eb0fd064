package cn.minyi5.escalation;

import static org.awaitility.Awaitility.await;

import cn.minyi5.escalation.ladder.application.DueClocks;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.testing.Events;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Lets event time pass: vouches for a moment, and waits until the service has drawn its conclusions and told them. */
@ApplicationScoped
public class EventTime {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PARTITIONS = 12;

    private final Transactions transactions;
    private final DueClocks dueClocks;

    EventTime(Transactions transactions, DueClocks dueClocks) {
        this.transactions = transactions;
        this.dueClocks = dueClocks;
    }

    /** All work order events that were sent before have been handled when this returns. */
    public void passUntil(Instant moment) {
        Events.sendWatermark("routing.work-orders", moment);
        await().atMost(PATIENCE).until(() -> seenUpTo(moment) == PARTITIONS);
        settle();
    }

    /** Nothing is left to fire, and all that fired has been sent. */
    public void settle() {
        await().atMost(PATIENCE)
                .until(() -> !dueClocks.exist().await().atMost(PATIENCE) && number("select count(*) from outbox") == 0);
    }

    public long number(String sql, Object... parameters) {
        return transactions
                .pool()
                .preparedQuery(sql)
                .execute(Tuple.from(parameters))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    public void run(String sql) {
        transactions.pool().query(sql).execute().await().atMost(PATIENCE);
    }

    private long seenUpTo(Instant moment) {
        return number("select count(*) from seen_up_to where up_to = $1", moment.atOffset(ZoneOffset.UTC));
    }
}
