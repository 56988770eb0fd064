package cn.minyi5.escalation;

import static org.awaitility.Awaitility.await;

import cn.minyi5.escalation.clock.FireDueRungs;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.testing.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** Lets event time pass: vouches for a moment, and waits until the service has drawn its conclusions and told them. */
@ApplicationScoped
public class EventTime {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_WATERMARKS = Duration.ofSeconds(1);
    private static final long PARTITIONS = 12;

    private final Transactions transactions;
    private final Sql sql;
    private final FireDueRungs fireDueRungs;

    EventTime(Transactions transactions, Sql sql, FireDueRungs fireDueRungs) {
        this.transactions = transactions;
        this.sql = sql;
        this.fireDueRungs = fireDueRungs;
    }

    /** All events of requests and work orders that were sent before have been handled when this returns. */
    public void passUntil(Instant moment) {
        // Again and again, as a sender does: one that is sent before the service listens is never heard.
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    Events.sendWatermark("routing.work-orders", moment);
                    Events.sendWatermark("intake.requests", moment);
                    return isSeen(moment);
                });
        settle();
    }

    /** Nothing is left to fire, and all that fired has been sent. */
    public void settle() {
        await().atMost(PATIENCE)
                .until(() -> !fireDueRungs.isAnythingDue().await().atMost(PATIENCE)
                        && number("select count(*) from outbox") == 0);
    }

    public long number(String question, Object... parameters) {
        return transactions
                .read(() -> sql.rows(question, parameters))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }

    public List<String> texts(String question) {
        return transactions
                .read(() -> sql.values(String.class, question))
                .await()
                .atMost(PATIENCE);
    }

    public void run(String statement) {
        transactions.read(() -> sql.update(statement)).await().atMost(PATIENCE);
    }

    private boolean isSeen(Instant moment) {
        try {
            await().atMost(BETWEEN_WATERMARKS)
                    .until(() -> number("select count(*) from seen_up_to where up_to = $1", moment) == 2 * PARTITIONS);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }
}
