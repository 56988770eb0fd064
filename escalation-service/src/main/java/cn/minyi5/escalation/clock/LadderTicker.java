package cn.minyi5.escalation.clock;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has due rungs fired as long as this copy lives, again at once while there are more, and again after any failure. */
@ApplicationScoped
class LadderTicker {

    private static final Logger LOG = Logger.getLogger(LadderTicker.class);

    /** A transaction that takes longer is given up; its locks keep another from doubling it. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ScheduledExecutorService ladder =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ladder"));
    private final FireDueRungs fireDueRungs;
    private final ClockConfig config;

    LadderTicker(FireDueRungs fireDueRungs, ClockConfig config) {
        this.fireDueRungs = fireDueRungs;
        this.config = config;
    }

    void begin(@Observes StartupEvent event) {
        ladder.scheduleWithFixedDelay(this::fireAll, 0, config.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        ladder.shutdown();
        ladder.awaitTermination(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void fireAll() {
        try {
            int fired;
            do {
                fired = fireDueRungs.handle().await().atMost(LONGEST);
            } while (fired > 0 && !ladder.isShutdown());
        } catch (RuntimeException | Error e) {
            // Whatever it was: what is thrown from here would end all alarms in silence.
            LOG.warnf("firing is tried again after: %s", e);
        }
    }
}
