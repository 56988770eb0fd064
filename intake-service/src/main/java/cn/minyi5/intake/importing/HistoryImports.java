package cn.minyi5.intake.importing;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.HourlyUpkeep;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.sheet.CsvSheet;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes files of history in, says how far they have come, and gives back what was refused. */
@ApplicationScoped
public class HistoryImports {

    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");

    /** With its key: what was copied of them can be read no longer either. */
    private static final String FORGET_REFUSED =
            """
            with old as (
                select id from history_import where state = 'DONE' and started_at < $1
            ), forgotten as (
                delete from refused_row using old where import_id = old.id
            )
            delete from keys.data_key using old where kind = 'import' and data_key.id = old.id""";

    private static final String REFUSED = "from RefusedHistoryRow where key.importId = :id order by key.rowNumber";

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final EnvelopeEncryption encryption;
    private final Fingerprints fingerprints;
    private final KnownCatalogues catalogues;
    private final ImportWorker worker;

    HistoryImports(
            Idempotency idempotency,
            Transactions transactions,
            EnvelopeEncryption encryption,
            Fingerprints fingerprints,
            KnownCatalogues catalogues,
            ImportWorker worker) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.encryption = encryption;
        this.fingerprints = fingerprints;
        this.catalogues = catalogues;
        this.worker = worker;
    }

    @Produces
    @Singleton
    static HourlyUpkeep refusedRows(ImportWorker.Config config) {
        return new HourlyUpkeep(FORGET_REFUSED, config.refusedRowsKept());
    }

    /**
     * Reads the file once and keeps it, encrypted, so that nothing is lost; it is worked off afterwards. Blocks on the
     * CPU.
     *
     * @param cutOver until when the file tells, with its offset; absent: now. Fails with {@code import.catalogue-unknown}
     *     where no catalogue of the jurisdiction has been heard of
     */
    public Uni<ImportProgress> start(
            @Nullable String source, @Nullable String cutOver, byte[] file, String key, Actor actor) {
        if (source == null || !SOURCE.matcher(source).matches()) {
            throw Refusal.invalid("import.source-malformed", "source");
        }
        var before = cutOver(cutOver);
        var rows = CsvSheet.count(new ByteArrayInputStream(file), HistoryReading.COLUMNS);
        var row = new HistoryImportRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.progress = new ImportProgress(row.id, source, ImportProgress.State.RUNNING, rows, 0, 0, 0);
        row.division = actor.division();
        row.startedBy = actor.id();
        var encrypted = encryption.encrypt(file, HistoryImportRow.about(row.id));
        row.wrappedKey = encrypted.wrappedKey();
        row.file = encrypted.content();
        var command = new Command(actor, "import/" + source, key, fingerprints.of(file));
        return idempotency
                .once(command, ImportProgress.class, now -> {
                    row.startedAt = now;
                    transactions.logged().to(row.id);
                    row.cutOver = before == null ? now : before;
                    if (row.cutOver.isAfter(now)) {
                        throw Refusal.invalid("import.cut-over-in-future", "cut-over");
                    }
                    return catalogues
                            .requireOne(row.division)
                            .chain(() -> transactions.session().insert(row))
                            .replaceWith(row.progress);
                })
                .invoke(worker::wake);
    }

    private static @Nullable Instant cutOver(@Nullable String moment) {
        return moment == null
                ? null
                : CountyTime.parsed(
                                moment,
                                OffsetDateTime::parse,
                                () -> Refusal.invalid("history.time-malformed", "cut-over"))
                        .toInstant();
    }

    public Uni<ImportProgress> progress(UUID id, DivisionCode jurisdiction) {
        return transactions.read(() -> found(id, jurisdiction).map(row -> row.progress));
    }

    /**
     * As a sheet that can be put right and sent again, its header first, in the order of the one that was brought; the
     * column {@code reason}, in the reader's language, is not read again. Fails with {@code import.refused-rows-gone} when
     * they were kept for long enough.
     */
    public Uni<List<List<String>>> refusedRows(UUID id, DivisionCode jurisdiction, Locale language) {
        return transactions.read(() -> found(id, jurisdiction)
                .invoke(HistoryImportRow::refuseIfRowsAreGone)
                .flatMap(of -> transactions
                        .session()
                        .createSelectionQuery(REFUSED, RefusedHistoryRow.class)
                        .setParameter("id", id)
                        .getResultList()
                        .map(rows -> sheet(of, rows, language))));
    }

    private List<List<String>> sheet(HistoryImportRow of, List<RefusedHistoryRow> refused, Locale language) {
        var header = Stream.concat(HistoryReading.ALL_COLUMNS.stream(), Stream.of("reason"))
                .toList();
        var lines = refused.stream().map(row -> row.withReason(of, encryption, language));
        return Stream.concat(Stream.of(header), lines).toList();
    }

    private Uni<HistoryImportRow> found(UUID id, DivisionCode jurisdiction) {
        return transactions.session().get(HistoryImportRow.class, id).invoke(row -> {
            if (row == null || !jurisdiction.contains(row.division)) {
                throw Refusal.notFound("import.unknown");
            }
        });
    }
}
