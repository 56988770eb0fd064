package cn.minyi5.intake.importing.application;

import cn.minyi5.privacy.Seal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works off imports in the background, batch after batch, also those that a copy left unfinished when it died: what is
 * done is told by the database alone. Several copies share the imports, never one batch.
 */
@ApplicationScoped
public class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    /** What another copy left is found so soon; a new import of this copy at once. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(60);

    private final Imports imports;
    private final WorkOffBatch workOffBatch;
    private final Seal seal;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "import-worker");
    private volatile boolean stopping;
    private @Nullable HistoryFile file;

    ImportWorker(Imports imports, WorkOffBatch workOffBatch, Seal seal) {
        this.imports = imports;
        this.workOffBatch = workOffBatch;
        this.seal = seal;
    }

    /** There is something new: look now. */
    public void wake() {
        work.release();
    }

    void begin(@Observes StartupEvent event) {
        thread.start();
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(LONGEST_BATCH.toMillis());
    }

    private void run() {
        while (!stopping) {
            if (!workedOff()) {
                pause();
            }
        }
    }

    /** One batch of the oldest import that is free and can be worked on. */
    private boolean workedOff() {
        try {
            var running = imports.running().await().atMost(LONGEST_BATCH);
            if (running.isEmpty()) {
                file = null;
            }
            return running.stream().anyMatch(this::workedOff);
        } catch (RuntimeException e) {
            LOG.warnf("imports cannot be looked for now: %s", e);
            return false;
        }
    }

    /** A failing import is tried again and again, and keeps nobody else waiting. */
    private boolean workedOff(UUID id) {
        try {
            var opened = opened(id);
            return opened != null && workOffBatch.handle(opened).await().atMost(LONGEST_BATCH);
        } catch (RuntimeException e) {
            LOG.warnf(e, "a batch of import %s failed and is tried again", id);
            return false;
        }
    }

    private @Nullable HistoryFile opened(UUID id) {
        if (file == null || !file.from().id().equals(id)) {
            var found = imports.open(id).await().atMost(LONGEST_BATCH);
            file = found == null ? null : HistoryFile.open(found, seal);
        }
        return file;
    }

    private void pause() {
        try {
            if (work.tryAcquire(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
