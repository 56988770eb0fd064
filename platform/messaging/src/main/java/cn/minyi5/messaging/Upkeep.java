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

/** Once an hour removes what nobody can need any more, and adds up what was counted in small pieces. */
@ApplicationScoped
class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Vertx vertx;
    private final Transactions transactions;
    private final Sql sql;
    private final Instance<HourlyUpkeep> tables;

    Upkeep(Vertx vertx, Transactions transactions, Sql sql, @Any Instance<HourlyUpkeep> tables) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.sql = sql;
        this.tables = tables;
    }

    /** A mark must be there as long as its topic can repeat the event. */
    @Produces
    @Singleton
    static HourlyUpkeep marks() {
        return new HourlyUpkeep("delete from inbox where handled_at < $1", Topics.RETENTION.plusDays(1));
    }

    /** A letter that waits for a person waits for ever. */
    @Produces
    @Singleton
    static HourlyUpkeep settledLetters() {
        return new HourlyUpkeep(
                "delete from set_aside where coalesce(replayed_at, dismissed_at) < $1", Topics.RETENTION);
    }

    void begin(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> keepUp());
    }

    private void keepUp() {
        transactions
                .run(now -> InTurn.each(tables, table -> sql.update(table.statement(), table.arguments(now))))
                .subscribe()
                .with(done -> {}, failure -> LOG.infof("no upkeep this hour: %s", Failure.reason(failure)));
    }
}
