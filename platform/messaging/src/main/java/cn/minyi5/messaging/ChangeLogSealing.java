package cn.minyi5.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Links what was logged to the chain, some moments after it was committed, so that writers do not wait for each other;
 * one copy at a time, and each line once. The same statement announces each new link to the topic of witnesses, which the
 * database's superuser cannot rewrite (ADR 0019).
 */
@ApplicationScoped
class ChangeLogSealing {

    private static final Logger LOG = Logger.getLogger(ChangeLogSealing.class);
    private static final int MOST = 2000;
    private static final String LINK =
            """
            select added, coalesce(highest, 0) as highest,
                   oldest_open::text::bigint as oldest_open,
                   next_transaction::text::bigint as next_transaction
            from link_and_witness($1, $2, $3, $4, $5, $6)""";

    private final Vertx vertx;
    private final Transactions transactions;
    private final Sql sql;
    private final MessagingConfig config;
    private Settled settled = Settled.NOTHING;
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
    record Linked(int added, long highest, long oldestOpen, long nextTransaction) {

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
                .inOneStatement(() -> sql.first(
                        Linked.class,
                        LINK,
                        settled.above(),
                        MOST,
                        UuidCreator.getTimeOrderedEpoch(),
                        ChangeLogWitness.topicOf(config.source()),
                        config.source(),
                        ChangeLogWitness.TYPE))
                .flatMap(linked -> {
                    if (linked == null) {
                        return Uni.createFrom().voidItem();
                    }
                    settled = settled.after(linked);
                    return linked.all() ? Uni.createFrom().voidItem() : seal();
                });
    }
}
