package cn.minyi5.intake.importing;

import cn.minyi5.intake.importing.domain.ImportState;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.EnvelopeEncryption;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
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

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(60);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    @ConfigMapping(prefix = "minyi5.importing")
    public interface Config {

        /** How often to look for what another copy left; a new import is begun at once by the copy that took it. */
        @WithDefault("30s")
        Duration lookAround();
    }

    private final Transactions transactions;
    private final ImportBatch batch;
    private final EnvelopeEncryption encryption;
    private final Config config;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "import-worker"));
    private volatile boolean stopping;
    private @Nullable HistoryFile file;

    ImportWorker(Transactions transactions, ImportBatch batch, EnvelopeEncryption encryption, Config config) {
        this.transactions = transactions;
        this.batch = batch;
        this.encryption = encryption;
        this.config = config;
    }

    /** There is something new: look now. */
    void wake() {
        thread.execute(this::workOff);
    }

    void begin(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::workOff, 0, config.lookAround().toMillis(), TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.shutdown();
        thread.awaitTermination(LONGEST_BATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Batch after batch of the oldest import that is free, until none has anything to do. */
    private void workOff() {
        try {
            var running = await(running());
            while (!stopping && !running.isEmpty() && running.stream().anyMatch(this::workedOff)) {
                running = await(running());
            }
            file = null;
        } catch (RuntimeException e) {
            LOG.warnf("imports cannot be looked for now: %s", e);
        }
    }

    /** A failing import is tried again and again, and keeps nobody else waiting. */
    private boolean workedOff(UUID id) {
        try {
            var opened = opened(id);
            return opened != null && await(batch.workOff(opened));
        } catch (RuntimeException e) {
            LOG.warnf(e, "a batch of import %s failed and is tried again", id);
            if (!stopping) {
                thread.schedule(this::workOff, BEFORE_NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
            }
            return false;
        }
    }

    private @Nullable HistoryFile opened(UUID id) {
        if (file == null || !file.importId().equals(id)) {
            var found = await(transactions.read(() -> transactions.session().get(HistoryImportRow.class, id)));
            file = found == null || found.state == ImportState.DONE ? null : HistoryFile.open(found, encryption);
        }
        return file;
    }

    /** Of imports that have not come to their end, the oldest first. */
    private Uni<List<UUID>> running() {
        return transactions.read(() -> transactions
                .session()
                .createSelectionQuery("select id from HistoryImportRow where state = RUNNING order by id", UUID.class)
                .getResultList());
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(LONGEST_BATCH);
    }
}
