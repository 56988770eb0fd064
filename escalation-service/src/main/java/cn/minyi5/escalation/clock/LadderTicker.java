package cn.minyi5.escalation.clock;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has due rungs fired as long as this copy lives, again at once while there are more, and again after any failure. */
@ApplicationScoped
class LadderTicker {

    private static final Logger LOG = Logger.getLogger(LadderTicker.class);

    /** A transaction that takes longer is given up; its locks keep another from doubling it. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final FireDueRungs fireDueRungs;
    private final ClockConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "ladder");

    LadderTicker(FireDueRungs fireDueRungs, ClockConfig config) {
        this.fireDueRungs = fireDueRungs;
        this.config = config;
    }

    void begin(@Observes StartupEvent event) {
        thread.start();
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        thread.join(LONGEST.toMillis());
    }

    private void run() {
        try {
            for (var pause = Duration.ZERO; !stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS); ) {
                pause = tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how long to wait before the next. */
    private Duration tick() {
        try {
            return fireDueRungs.handle().await().atMost(LONGEST) == 0 ? config.poll() : Duration.ZERO;
        } catch (RuntimeException | Error e) {
            // Whatever it was: a thread that ended here would end all alarms in silence.
            LOG.warnf("firing is tried again after: %s", e);
            return AFTER_FAILURE;
        }
    }
}
