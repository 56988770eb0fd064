package cn.minyi5.messaging;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statement that keeps a table in order; a bean of this kind is all that is needed.
 *
 * @param statement whose $1, if it has one, is the moment before which rows are too old
 * @param kept for how long rows are; null where age does not matter
 */
public record HourlyUpkeep(String statement, @Nullable Duration kept) {

    /** @param now of the transaction @return what the statement is sent with */
    public Object[] arguments(Instant now) {
        return kept == null ? new Object[0] : new Object[] {now.minus(kept)};
    }
}
