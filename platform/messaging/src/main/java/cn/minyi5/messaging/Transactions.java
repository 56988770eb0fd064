package cn.minyi5.messaging;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.impl.SqlClientConnection;
import org.jspecify.annotations.Nullable;

/**
 * Opens a unit of work, runs the work in it, commits and wakes the relay; rolls back if the work fails. The unit's
 * session is at hand inside the work: {@link #session()}, {@link Sql} and {@link Outbox} find it. Once begun, the work
 * is not given up when the caller goes away.
 */
@ApplicationScoped
public class Transactions {

    /** The number first, the time second: whoever commits a moment has had a number before that moment (ADR 0003). */
    private static final String NUMBER_AND_CLOCK = "select pg_current_xact_id()::text, clock_timestamp() as moment";

    private static final String CLOCK = "select clock_timestamp() as moment";
    /** How long whoever called on this context waits for an answer. */
    private static final String PATIENCE = Transactions.class.getName() + ".patience";

    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;
    private final RelayBell bell;

    Transactions(Vertx vertx, Mutiny.SessionFactory sessions, RelayBell bell) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.bell = bell;
    }

    /**
     * Somebody stands and waits for what is begun on this context: after this time a unit of work fails for them with a
     * {@link TimeoutException}, while the work itself goes on. Nobody knows then what becomes of it.
     */
    public static void answerWithin(Duration time) {
        ContextLocals.put(PATIENCE, time);
    }

    /** Whether work failed because the database was away or said nothing in time: it may have been done or not. */
    public static boolean isDatabaseAway(Throwable failure) {
        return Failure.of(failure) == Failure.PASSING;
    }

    /**
     * Runs the work in one transaction, which is logged: {@link ChangeLog}.
     *
     * @param work is told the moment by which it decides: the database's, read after the transaction got its number
     * @throws IllegalStateException inside another unit of work
     */
    public <T> Uni<T> run(Function<Instant, Uni<T>> work) {
        var traceparent = Traces.current();
        var change = LoggedChange.here();
        return onContextOfItsOwn(session -> {
            var connection = UnitOfWork.connection(session);
            return begin(connection).flatMap(now -> {
                var unit = new UnitOfWork(session, now, traceparent, change);
                unit.begin();
                return Uni.createFrom()
                        .deferred(() -> work.apply(now))
                        .emitOn(here())
                        .call(() -> commit(unit, connection))
                        .onFailure()
                        .call(() -> rollBack(connection))
                        .invoke(() -> wakeIfItAnnounced(unit));
            });
        });
    }

    /** Runs the work on a session without a transaction: for questions. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return onContextOfItsOwn(session -> {
            new UnitOfWork(session, null, null, LoggedChange.none()).begin();
            return work.get();
        });
    }

    /**
     * Runs work that is one statement, which commits by itself, and wakes the relay. The statement takes its number
     * before it reads the clock.
     */
    public <T> Uni<T> inOneStatement(Supplier<Uni<T>> work) {
        return read(work).invoke(bell::ring);
    }

    /**
     * The session of the unit of work that is open here.
     *
     * @throws IllegalStateException if none is
     */
    public Mutiny.StatelessSession session() {
        return UnitOfWork.current().session();
    }

    /**
     * The database's moment, read anew in the transaction that is open: for what was decided after waiting for a lock. It
     * lies behind the moment of everybody who had the lock before, which the moment of the transaction's beginning need
     * not; and like that one it is later than the transaction's number (ADR 0003).
     */
    public Uni<Instant> moment() {
        return Uni.createFrom()
                .completionStage(() -> UnitOfWork.current().connection().preparedQuery(CLOCK))
                .map(Transactions::moment);
    }

    /** What the log will say of the unit of work that is open. */
    public LoggedChange logged() {
        return UnitOfWork.current().change();
    }

    /** A statement that is sent together with COMMIT. */
    public void atCommit(String statement, Object... parameters) {
        UnitOfWork.current().atCommit(statement, SqlValues.of(parameters));
    }

    private <T> Uni<T> onContextOfItsOwn(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (UnitOfWork.isOpen()) {
                throw new IllegalStateException("a unit of work within another one");
            }
            return Uni.createFrom().emitter(answer -> {
                var caller = caller();
                var patience = patience();
                if (patience != null) {
                    var timer = vertx.setTimer(
                            patience.toMillis(), late -> caller.execute(() -> answer.fail(new TimeoutException())));
                    answer.onTermination(() -> vertx.cancelTimer(timer));
                }
                var own = VertxContext.createNewDuplicatedContext(eventLoop());
                own.runOnContext(begun -> sessions.openStatelessSession()
                        .flatMap(session -> Uni.createFrom()
                                .deferred(() -> work.apply(session))
                                .emitOn(task -> own.runOnContext(x -> task.run()))
                                .onTermination()
                                .invoke(UnitOfWork::end)
                                .onTermination()
                                .call(session::close))
                        .subscribe()
                        .with(
                                item -> caller.execute(() -> answer.complete(item)),
                                failure -> caller.execute(() -> answer.fail(failure))));
            });
        });
    }

    private static @Nullable Duration patience() {
        try {
            return ContextLocals.<Duration>get(PATIENCE).orElse(null);
        } catch (UnsupportedOperationException notOnAContext) {
            return null;
        }
    }

    private Context eventLoop() {
        var context = vertx.getOrCreateContext();
        return context.isEventLoopContext() ? context : ((VertxInternal) vertx).createEventLoopContext();
    }

    /** The way back: who may block, such as one who reads a sheet, must not go on on an event loop. */
    private static Executor caller() {
        var context = Vertx.currentContext();
        if (context == null) {
            return Runnable::run;
        }
        return Context.isOnWorkerThread()
                ? answer -> context.executeBlocking(() -> goOn(answer), false)
                : answer -> context.runOnContext(x -> answer.run());
    }

    private static @Nullable Void goOn(Runnable answer) {
        answer.run();
        return null;
    }

    /** What is waited for elsewhere comes back to the context of the unit. */
    private static Executor here() {
        var own = Vertx.currentContext();
        return task -> own.runOnContext(x -> task.run());
    }

    private static Uni<Instant> begin(SqlClientConnection connection) {
        return Uni.createFrom().completionStage(() -> {
            var begun = connection.beginTransaction();
            return connection.preparedQuery(NUMBER_AND_CLOCK).thenCombine(begun, (rows, nothing) -> moment(rows));
        });
    }

    private static Instant moment(RowSet<Row> rows) {
        return rows.iterator().next().get(OffsetDateTime.class, "moment").toInstant();
    }

    /** What is written last travels together with COMMIT, which a failure of it turns into a rollback. */
    private static Uni<Void> commit(UnitOfWork unit, SqlClientConnection connection) {
        return Uni.createFrom().completionStage(() -> {
            CompletionStage<?> closing = CompletableFuture.completedFuture(null);
            for (var statement : unit.closing()) {
                closing = both(closing, connection.preparedQuery(statement.statement(), statement.parameters()));
            }
            if (!unit.announcements().isEmpty()) {
                closing = both(closing, Outbox.write(connection, unit.announcements()));
            }
            var logged = unit.change().parameters(unit.announcements());
            if (logged != null) {
                closing = both(closing, connection.preparedQuery(LoggedChange.APPEND, logged));
            }
            return both(closing, connection.commitTransaction()).thenApply(pair -> (Void) null);
        });
    }

    private static CompletionStage<?> both(CompletionStage<?> one, CompletionStage<?> other) {
        return one.thenCombine(other, Tuple2::of);
    }

    private static Uni<Void> rollBack(SqlClientConnection connection) {
        return Uni.createFrom()
                .completionStage(connection::rollbackTransaction)
                .onFailure()
                .recoverWithNull();
    }

    private void wakeIfItAnnounced(UnitOfWork unit) {
        if (!unit.announcements().isEmpty()) {
            bell.ring();
        }
    }
}
