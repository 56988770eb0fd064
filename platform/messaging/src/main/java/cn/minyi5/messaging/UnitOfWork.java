package cn.minyi5.messaging;

import io.smallrye.common.vertx.ContextLocals;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinyStatelessSessionImpl;
import org.hibernate.reactive.pool.impl.SqlClientConnection;
import org.jspecify.annotations.Nullable;

/**
 * One session and what belongs to it: the moment by which it decides, and what it writes last. It lives in the Vert.x
 * context of its own that {@link Transactions} made for it, so that nobody has to hand it around.
 */
final class UnitOfWork {

    private static final String KEY = UnitOfWork.class.getName();

    /** A statement that is sent together with COMMIT. */
    record Closing(String statement, Tuple parameters) {}

    private final Mutiny.StatelessSession session;
    private final @Nullable Instant now;
    private final @Nullable String traceparent;
    private final List<OutboxRow> announcements = new ArrayList<>();
    private final List<Closing> closing = new ArrayList<>();
    private final LoggedChange change;

    /** @param now null where nothing is decided: a unit that only reads, or a single statement */
    UnitOfWork(
            Mutiny.StatelessSession session, @Nullable Instant now, @Nullable String traceparent, LoggedChange change) {
        this.session = session;
        this.now = now;
        this.traceparent = traceparent;
        this.change = change;
    }

    /** @throws IllegalStateException outside of one */
    static UnitOfWork current() {
        try {
            var unit = ContextLocals.<UnitOfWork>get(KEY);
            if (unit.isPresent()) {
                return unit.get();
            }
        } catch (UnsupportedOperationException notOnAContext) {
            throw new IllegalStateException("no unit of work: this thread has no Vert.x context", notOnAContext);
        }
        throw new IllegalStateException("no unit of work: open one with Transactions");
    }

    static boolean isOpen() {
        try {
            return ContextLocals.get(KEY).isPresent();
        } catch (UnsupportedOperationException notOnAContext) {
            return false;
        }
    }

    void begin() {
        ContextLocals.put(KEY, this);
    }

    /** What follows may still run on the context of the unit: it can open another one. */
    static void end() {
        ContextLocals.remove(KEY);
    }

    Mutiny.StatelessSession session() {
        return session;
    }

    /** The session's own connection; the classes are public in internal packages of Hibernate Reactive: here alone. */
    SqlClientConnection connection() {
        return connection(session);
    }

    static SqlClientConnection connection(Mutiny.StatelessSession session) {
        return (SqlClientConnection) ((MutinyStatelessSessionImpl) session).getReactiveConnection();
    }

    /** @throws IllegalStateException in a unit that only reads */
    Instant now() {
        if (now == null) {
            throw new IllegalStateException("a unit that only reads decides nothing and announces nothing");
        }
        return now;
    }

    @Nullable
    String traceparent() {
        return traceparent;
    }

    void announce(OutboxRow row) {
        now();
        announcements.add(row);
    }

    List<OutboxRow> announcements() {
        return announcements;
    }

    void atCommit(String statement, Tuple parameters) {
        now();
        closing.add(new Closing(statement, parameters));
    }

    List<Closing> closing() {
        return closing;
    }

    LoggedChange change() {
        return change;
    }
}
