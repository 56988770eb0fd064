package cn.minyi5.messaging;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Finds moments up to which everything committed has been acknowledged by Kafka, one after the other: note a moment and
 * the transactions that could still commit something from before it; wait until they have ended; note the highest row
 * that can be seen; wait until every row up to it is acknowledged; vouch (ADR 0003).
 */
final class WatermarkEmitter {

    private final OutboxTable table;
    private final Sending sending;
    private final long everyNanos;
    private long nextAt = System.nanoTime();
    private OutboxTable.@Nullable Moment moment;
    private long drawn;
    private long settled;
    private @Nullable Long highest;
    private boolean handedOver;

    WatermarkEmitter(OutboxTable table, Sending sending, Duration every) {
        this.table = table;
        this.sending = sending;
        this.everyNanos = every.toNanos();
    }

    /**
     * No row up to this id will ever be seen again. Whoever drew an id below one that had been seen had its transaction's
     * number by then, and so has ended since: its row was acknowledged, or is not.
     */
    long settled() {
        return settled;
    }

    /** A promise is being made: whoever waits for it should look again soon. */
    boolean isBusy() {
        return moment != null;
    }

    /** @param sentUpTo every row that could be seen up to this id has been handed to the producer */
    void step(long sentUpTo) throws SQLException {
        if (moment == null) {
            if (System.nanoTime() < nextAt) {
                return;
            }
            nextAt = System.nanoTime() + everyNanos;
            drawn = sending.highest();
            moment = table.moment();
        }
        if (highest == null) {
            if (table.oldestOpenTransaction() > moment.transaction()) {
                highest = table.highestId();
                handedOver = false;
            }
            // The rows up to it are handed over by a sweep that begins later.
            return;
        }
        handedOver |= sentUpTo >= highest;
        if (handedOver && (sending.underWay().isEmpty() || sending.underWay().first() > highest)) {
            sending.promise(moment.at());
            settled = drawn;
            moment = null;
            highest = null;
        }
    }
}
