package cn.minyi5.messaging;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Removes by age, once an hour, what nobody can need any more. */
@ApplicationScoped
class Pruning {

    private static final Logger LOG = Logger.getLogger(Pruning.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Vertx vertx;
    private final Transactions transactions;
    private final Sql sql;
    private final Instance<PrunedByAge> tables;

    Pruning(Vertx vertx, Transactions transactions, Sql sql, @Any Instance<PrunedByAge> tables) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.sql = sql;
        this.tables = tables;
    }

    /** A mark must be there as long as its topic can repeat the event. */
    @Produces
    @Singleton
    static PrunedByAge marks() {
        return new PrunedByAge("delete from inbox where handled_at < $1", Topics.RETENTION.plusDays(1));
    }

    /** A letter that waits for a person waits for ever. */
    @Produces
    @Singleton
    static PrunedByAge settledLetters() {
        return new PrunedByAge(
                "delete from set_aside where coalesce(replayed_at, dismissed_at) < $1", Topics.RETENTION);
    }

    void begin(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> prune());
    }

    private void prune() {
        transactions
                .run(now -> InTurn.each(tables, table -> sql.update(table.statement(), now.minus(table.kept()))))
                .subscribe()
                .with(removed -> {}, failure -> LOG.infof("nothing pruned this hour: %s", Failure.reason(failure)));
    }
}
