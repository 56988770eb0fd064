package cn.minyi5.messaging;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One database transaction and the moment it decides by. The moment is the database's and was read after the
 * transaction got its number, so that the relay's watermark can vouch for it (ADR 0003).
 */
public final class Transaction {

    private final SqlConnection connection;
    private final Instant now;
    private final @Nullable String traceparent;
    private final AtomicBoolean announcing;

    public Transaction(SqlConnection connection, Instant now, @Nullable String traceparent) {
        this(connection, now, traceparent, new AtomicBoolean());
    }

    private Transaction(SqlConnection connection, Instant now, @Nullable String traceparent, AtomicBoolean announcing) {
        this.connection = connection;
        this.now = now;
        this.traceparent = traceparent;
        this.announcing = announcing;
    }

    public SqlConnection connection() {
        return connection;
    }

    public Instant now() {
        return now;
    }

    public @Nullable String traceparent() {
        return traceparent;
    }

    /** The same transaction on behalf of another trace. */
    Transaction carrying(@Nullable String other) {
        return new Transaction(connection, now, other, announcing);
    }

    /** It writes to the outbox: the relay has something to do once it is committed. */
    void announces() {
        announcing.set(true);
    }

    boolean isAnnouncing() {
        return announcing.get();
    }
}
