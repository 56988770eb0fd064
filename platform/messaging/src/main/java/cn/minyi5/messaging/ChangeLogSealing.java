package cn.minyi5.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * Links what was logged to the chain, some moments after it was committed, so that writers do not wait for each other;
 * one copy at a time, and each line once. Where the chain stands is told to the service's own log, which the database's
 * superuser cannot rewrite (ADR 0019).
 */
@ApplicationScoped
class ChangeLogSealing {

    private static final Logger LOG = Logger.getLogger(ChangeLogSealing.class);
    private static final Duration BETWEEN_WITNESSES = Duration.ofMinutes(1);
    private static final int MOST = 2000;
    private static final String LINK =
            """
            select added, coalesce(link, 0) as link, coalesce(hash, '') as hash, coalesce(highest, 0) as highest,
                   oldest_open::text::bigint as oldest_open,
                   next_transaction::text::bigint as next_transaction
            from link_changes($1, $2)""";

    private final Vertx vertx;
    private final Transactions transactions;
    private final Sql sql;
    private final MessagingConfig config;
    private Settled settled = Settled.NOTHING;
    private long told;
    private long toldAt = System.nanoTime() - BETWEEN_WITNESSES.toNanos();
    private boolean atWork;
    private boolean failing;
    private long timer;

    ChangeLogSealing(Vertx vertx, Transactions transactions, Sql sql, MessagingConfig config) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.sql = sql;
        this.config = config;
    }

    /** What came of one look. @param highest id that has a link */
    record Linked(int added, long link, byte[] hash, long highest, long oldestOpen, long nextTransaction) {

        boolean all() {
            return added < MOST;
        }
    }

    /**
     * Up to which id no line without a link can appear any more: whoever draws an id below one that was seen had its
     * transaction's number by then, and once that has ended and all is linked, there is nothing below left. Spares the way
     * over the whole log at each look.
     *
     * @param above the id that is sure
     * @param next the one that is sure once no transaction below {@code when} is open
     */
    record Settled(long above, long next, long when) {

        static final Settled NOTHING = new Settled(0, 0, 0);

        Settled after(Linked look) {
            return look.all() && look.oldestOpen() >= when
                    ? new Settled(next, look.highest(), look.nextTransaction())
                    : this;
        }
    }

    void begin(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.seal().toMillis(), tick -> {
            if (!atWork) {
                atWork = true;
                seal().onTermination()
                        .invoke(() -> atWork = false)
                        .subscribe()
                        .with(done -> failing = false, this::failed);
            }
        });
    }

    void end(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Once, however long it goes on. */
    private void failed(Throwable failure) {
        if (!failing) {
            LOG.infof("not linked now: %s", Failure.reason(failure));
        }
        failing = true;
    }

    /** Until nothing is left without a link, or another copy is at it. */
    Uni<Void> seal() {
        return transactions
                .read(() -> sql.first(Linked.class, LINK, settled.above(), MOST))
                .flatMap(linked -> {
                    if (linked != null) {
                        settled = settled.after(linked);
                        tell(linked);
                    }
                    return linked == null || linked.all() ? Uni.createFrom().voidItem() : seal();
                });
    }

    /** Once a minute, and only if there is something new to tell. */
    private void tell(Linked linked) {
        if (linked.link() > told && System.nanoTime() - toldAt > BETWEEN_WITNESSES.toNanos()) {
            LOG.infof(ChangeLogCheck.WITNESS, linked.link(), HexFormat.of().formatHex(linked.hash()));
            told = linked.link();
            toldAt = System.nanoTime();
        }
    }
}
