package cn.minyi5.messaging;

import cn.minyi5.contracts.language.Refusal;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failure to handle an event means: it will pass, it will not, it only came too early, or nobody knows yet. */
enum Failure {
    /** Database or network away: try for ever, the partition waits. */
    PASSING,
    /** What it needs is not there yet: it waits on its own while its partition goes on. */
    EARLY,
    /** A deadlock, a bug, a surprise: try a few times, then set the event aside. */
    DOUBTFUL,
    /** The event itself is wrong: set it aside at once. */
    LASTING;

    /** SQLSTATE classes: connection, resources, operator intervention, system. */
    private static final Set<String> PASSING_STATES = Set.of("08", "53", "57", "58");

    private static final int LONGEST_REASON = 200;

    static Failure of(Throwable failure) {
        if (failure instanceof NotYet) {
            return EARLY;
        }
        if (failure instanceof Envelope.Unreadable
                || failure instanceof com.fasterxml.jackson.core.JsonProcessingException
                || failure instanceof Refusal) {
            return LASTING;
        }
        if (failure instanceof PgException database) {
            return ofState(database.getSqlState());
        }
        if (failure instanceof SQLException database) {
            return ofState(database.getSQLState());
        }
        if (failure instanceof IOException
                || failure instanceof io.vertx.core.VertxException
                || failure instanceof java.util.concurrent.TimeoutException
                || failure instanceof io.smallrye.mutiny.TimeoutException) {
            return PASSING;
        }
        return failure.getCause() == null || failure.getCause() == failure ? DOUBTFUL : of(failure.getCause());
    }

    private static Failure ofState(@Nullable String state) {
        return state != null && state.length() == 5 && PASSING_STATES.contains(state.substring(0, 2))
                ? PASSING
                : DOUBTFUL;
    }

    /** Cut short: the message of a database may quote what it was given. */
    static String reason(Throwable failure) {
        var reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
