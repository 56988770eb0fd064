package cn.minyi5.intake.importing;

import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Encrypted;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Works off imports in the background, batch after batch, also those that a copy left unfinished when it died: what is
 * done is told by the database alone. Several copies share the imports, never one batch.
 */
@ApplicationScoped
public class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(60);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    /** The first callers come before what a dead copy left. */
    private static final Duration AFTER_THE_START = Duration.ofSeconds(5);

    private static final String RUNNING = "select id from HistoryImportRow where progress.state = RUNNING order by id";

    @ConfigMapping(prefix = "minyi5.importing")
    public interface Config {

        /** How often to look for what another copy left; a new import is begun at once by the copy that took it. */
        @WithDefault("30s")
        Duration lookAround();

        /** Time to put right what was refused; it is personal, and no erasure of a request leads to it. */
        @WithDefault("30d")
        Duration refusedRowsKept();
    }

    private final Transactions transactions;
    private final ImportBatch batch;
    private final EnvelopeEncryption encryption;
    private final Config config;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "import-worker"));

    ImportWorker(Transactions transactions, ImportBatch batch, EnvelopeEncryption encryption, Config config) {
        this.transactions = transactions;
        this.batch = batch;
        this.encryption = encryption;
        this.config = config;
    }

    /** There is something new: look now. */
    void wake() {
        thread.execute(this::lookAround);
    }

    void begin(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(
                this::lookAround,
                AFTER_THE_START.toMillis(),
                config.lookAround().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(LONGEST_BATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Works off what has not come to its end and no other copy is at, the oldest import first. */
    private void lookAround() {
        try {
            await(transactions.read(() -> transactions
                            .session()
                            .createSelectionQuery(RUNNING, UUID.class)
                            .getResultList()))
                    .forEach(this::workOff);
        } catch (RuntimeException e) {
            LOG.warnf("imports cannot be looked for now: %s", e);
        }
    }

    /** A failing import is tried again and again, and keeps nobody else waiting. */
    private void workOff(UUID id) {
        try {
            var row = await(transactions.read(() -> transactions.session().get(HistoryImportRow.class, id)));
            if (row.file == null) {
                return;
            }
            var visits = visits(row);
            var more = true;
            while (more && !thread.isShutdown()) {
                more = await(batch.workOff(row, visits));
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "a batch of import %s failed and is tried again", id);
            if (!thread.isShutdown()) {
                thread.schedule(this::lookAround, BEFORE_NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** The rows by visit, always in the same order: the visit that comes first in the file first. */
    private List<List<SheetRow>> visits(HistoryImportRow of) {
        var file = encryption.decrypt(new Encrypted(of.wrappedKey, of.file), HistoryImportRow.about(of.id));
        var byVisit = CsvSheet.read(file, HistoryReading.COLUMNS).stream()
                .collect(Collectors.groupingBy(row -> row.cell("visit_ref"), LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(byVisit.values());
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(LONGEST_BATCH);
    }
}
