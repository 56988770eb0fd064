package cn.minyi5.messaging;

import cn.minyi5.contracts.EventCatalogue;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Before a service says that it is ready, each of its reactions takes the sample of its event some times, in
 * transactions that are rolled back, and so does every {@link Rehearsed} path: the first real one finds classes loaded,
 * statements prepared, queries planned and code compiled (ADR 0014).
 */
@Readiness
@ApplicationScoped
class Rehearsal implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);

    /** It is a service to the first callers and must not keep them waiting. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    /** Who has been knocking at the door is let in first. */
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final Transactions transactions;
    private final Inbox inbox;
    private final List<Rehearsed> paths;
    private final int rounds;
    private volatile boolean over;

    Rehearsal(Transactions transactions, Inbox inbox, @All List<Rehearsed> paths, MessagingConfig config) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.paths = paths;
        this.rounds = config.rehearsals();
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RolledBack() {
            super(null, null, false, false);
        }
    }

    /** After the consumers have been made, and not on the event loops while these open the door. */
    void begin(@ObservesAsync HttpServerStart event) {
        rehearse();
    }

    /** Where TLS alone is spoken; where plain HTTP is too, it is rehearsed twice. */
    void beginBehindTls(@ObservesAsync HttpsServerStart event) {
        rehearse();
    }

    private void rehearse() {
        var began = System.nanoTime();
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(A_MOMENT)
                .chain(() -> InTurn.each(
                        Collections.nCopies(rounds, ""), round -> reactions().chain(this::paths)))
                .ifNoItem()
                .after(LONGEST)
                .recoverWithItem(() -> null)
                .onTermination()
                .invoke(() -> over = true)
                .subscribe()
                .with(
                        done -> LOG.infof(
                                "rehearsed for %d ms",
                                Duration.ofNanos(System.nanoTime() - began).toMillis()),
                        failure -> LOG.warnf("rehearsal broke off: %s", failure));
    }

    private Uni<Void> reactions() {
        return InTurn.each(inbox.all(), reactions -> InTurn.each(reactions.types(), type -> sample(reactions, type)));
    }

    private Uni<Void> paths() {
        return InTurn.each(paths, path -> rolledBack(path::rehearse));
    }

    private Uni<Void> sample(Reactions reactions, String type) {
        return rolledBack(now -> inbox.markAndReact(reactions, List.of(envelope(type, now)), now));
    }

    private Envelope envelope(String type, Instant now) {
        return new Envelope(
                UUID.randomUUID(),
                type,
                now,
                null,
                "rehearsal",
                Extensions.NONE,
                EventCatalogue.sample(type),
                "rehearsal",
                0,
                0);
    }

    /** A refusal or an order that nobody knows is as good as an effect. */
    private Uni<Void> rolledBack(Function<Instant, Uni<Void>> work) {
        return transactions
                .<Void>run(now -> work.apply(now).chain(() -> Uni.createFrom().failure(new RolledBack())))
                .onFailure()
                .recoverWithNull();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rehearsal").status(over).build();
    }
}
