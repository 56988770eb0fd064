package cn.minyi5.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens a transaction, hands it to the work, commits, and wakes the relay if needed; rolls back if the work fails. */
public final class Transactions {

    /** The number first, the time second: whoever commits a moment has had a number before that moment. */
    private static final String BEGIN_TO_WRITE = "select pg_current_xact_id()::text, clock_timestamp()";

    private record Done<T>(T result, boolean announced) {}

    private final Pool pool;
    private final Runnable afterCommit;

    public Transactions(Pool pool, Runnable afterCommit) {
        this.pool = pool;
        this.afterCommit = afterCommit;
    }

    public <T> Uni<T> run(Function<Transaction, Uni<T>> work) {
        var traceparent = Traces.current();
        return pool.withTransaction(connection -> begin(connection, traceparent)
                        .flatMap(tx -> work.apply(tx).map(result -> new Done<>(result, tx.isAnnouncing()))))
                .invoke(done -> {
                    if (done.announced()) {
                        afterCommit.run();
                    }
                })
                .map(Done::result);
    }

    /** After a statement that committed by itself and wrote outbox rows: wakes the relay. */
    public void committed() {
        afterCommit.run();
    }

    /** For reads that need no transaction. */
    public Pool pool() {
        return pool;
    }

    private static Uni<Transaction> begin(SqlConnection connection, @Nullable String traceparent) {
        return connection
                .preparedQuery(BEGIN_TO_WRITE)
                .execute()
                .map(rows -> new Transaction(
                        connection,
                        rows.iterator().next().get(OffsetDateTime.class, 1).toInstant(),
                        traceparent));
    }
}
