package cn.minyi5.messaging;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Hands what was set aside to its consumer once more: what waits, by itself, until what it needs is there; a dead letter
 * when an administrator says so. Each key in its order (ADR 0018).
 */
@ApplicationScoped
public class Redelivery {

    private static final Logger LOG = Logger.getLogger(Redelivery.class);

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Transactions transactions;
    private final Inbox inbox;
    private final SetAside setAside;
    private final DeadLetters deadLetters;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private long timer;

    Redelivery(Vertx vertx, Transactions transactions, Inbox inbox, SetAside setAside, DeadLetters deadLetters) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.inbox = inbox;
        this.setAside = setAside;
        this.deadLetters = deadLetters;
    }

    void begin(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY.toMillis(), id -> retryAllDue());
    }

    void end(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /**
     * Hands a dead letter to its consumer, at once and once, after all of its key that are unsettled before it: all of
     * them have their effect, or none.
     *
     * @param division of the administrator who says so
     * @throws Refusal {@code dead-letter.unknown}; {@code dead-letter.settled} if it was dismissed; {@code
     *     dead-letter.still-fails} with the {@code letter} that failed
     */
    public Uni<Void> replay(DivisionCode division, UUID letterId) {
        return transactions.run(now -> deadLetters.locked(division, letterId).flatMap(letter -> {
            if (letter.dismissedAt != null) {
                throw Refusal.conflict("dead-letter.settled");
            }
            return setAside.upTo(letter)
                    .flatMap(letters -> InTurn.each(
                            letters,
                            each -> handOver(each, now).onFailure().transform(failure -> stillFails(each, failure))));
        }));
    }

    private static Refusal stillFails(SetAsideRow letter, Throwable failure) {
        return Refusal.conflict("dead-letter.still-fails")
                .with("reason", String.valueOf(failure.getMessage()))
                .with("letter", letter.id);
    }

    private Uni<Void> handOver(SetAsideRow row, Instant now) {
        return Uni.createFrom()
                .deferred(() -> row.eventId == null
                        ? Uni.createFrom().failure(new Envelope.Unreadable(row.reason))
                        : inbox.markAndReact(inbox.reactionsOf(row.consumerGroup), List.of(row.envelope()), now)
                                .chain(() -> setAside.done(row, now)));
    }

    private void retryAllDue() {
        if (!underWay.compareAndSet(false, true)) {
            return;
        }
        transactions
                .read(() -> setAside.due(inbox.groups()))
                .flatMap(due -> InTurn.each(due, this::retry))
                .onTermination()
                .invoke(() -> underWay.set(false))
                .subscribe()
                .with(done -> {}, failure -> LOG.infof("what waits is tried later: %s", Failure.reason(failure)));
    }

    /** A failure undoes what the event has done, and then its account is kept. */
    private Uni<Void> retry(UUID id) {
        return transactions
                .run(now -> setAside.lockedDue(id, now).onItem().ifNotNull().transformToUni(row -> handOver(row, now)))
                .ifNoItem()
                .after(Inbox.LONGEST)
                .fail()
                .onFailure(failure -> Failure.of(failure) != Failure.PASSING)
                .recoverWithUni(failure -> transactions.run(now -> setAside.lockedDue(id, now)
                        .onItem()
                        .ifNotNull()
                        .transformToUni(
                                row -> setAside.failedAgain(row, failure, now).invoke(() -> tell(row)))));
    }

    private static void tell(SetAsideRow row) {
        if (row.nextTryAt == null) {
            LOG.errorf(
                    "%s: %s-%d@%d has waited for long enough and is a dead letter: %s",
                    row.consumerGroup, row.topic, row.partition, row.position, row.reason);
        }
    }
}
