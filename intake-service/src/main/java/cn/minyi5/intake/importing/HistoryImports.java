package cn.minyi5.intake.importing;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.importing.domain.HistoryColumns;
import cn.minyi5.intake.importing.domain.ImportProgress;
import cn.minyi5.intake.importing.domain.ImportState;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.sheet.CsvSheet;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes files of history in, says how far they have come, and gives back what was refused. */
@ApplicationScoped
public class HistoryImports {

    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final RefusedRows refusedRows;
    private final EnvelopeEncryption encryption;
    private final Fingerprints fingerprints;
    private final ImportWorker worker;

    HistoryImports(
            Idempotency idempotency,
            Transactions transactions,
            RefusedRows refusedRows,
            EnvelopeEncryption encryption,
            Fingerprints fingerprints,
            ImportWorker worker) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.refusedRows = refusedRows;
        this.encryption = encryption;
        this.fingerprints = fingerprints;
        this.worker = worker;
    }

    /** A row as it came, cell by cell in the order of the columns, and why it was refused. */
    public record ReturnedRow(List<String> cells, Refusal why) {}

    /**
     * Reads the file once and keeps it, encrypted, so that nothing is lost; it is worked off afterwards. Blocks on the
     * CPU.
     *
     * @throws Refusal {@code import.source-malformed}, {@code csv.not-utf8}, {@code csv.unreadable},
     *     {@code csv.column-missing}, {@code idempotency.body-differs}
     */
    public Uni<ImportProgress> start(@Nullable String source, byte[] file, String key, Actor actor) {
        if (source == null || !SOURCE.matcher(source).matches()) {
            throw Refusal.invalid("import.source-malformed", "source");
        }
        var row = new HistoryImportRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.source = source;
        row.division = actor.division().value();
        row.startedBy = actor.id();
        row.state = ImportState.RUNNING;
        row.rows = CsvSheet.read(file, HistoryColumns.ALL).size();
        var encrypted = encryption.encrypt(file, HistoryImportRow.about(row.id));
        row.wrappedKey = encrypted.wrappedKey();
        row.file = encrypted.content();
        var command = new Command(actor, "import/" + source, key, fingerprints.of(file));
        return idempotency
                .once(command, ImportProgress.class, now -> {
                    row.startedAt = now;
                    return transactions.session().insert(row).replaceWith(row.progress());
                })
                .invoke(worker::wake);
    }

    /** @throws Refusal {@code import.unknown} */
    public Uni<ImportProgress> progress(UUID id, DivisionCode jurisdiction) {
        return transactions.read(() -> found(id, jurisdiction)).map(HistoryImportRow::progress);
    }

    /** @throws Refusal {@code import.unknown} */
    public Uni<List<ReturnedRow>> refusedRows(UUID id, DivisionCode jurisdiction) {
        return transactions.read(() -> found(id, jurisdiction).flatMap(row -> refusedRows.of(id, row.wrappedKey)));
    }

    private Uni<HistoryImportRow> found(UUID id, DivisionCode jurisdiction) {
        return transactions.session().get(HistoryImportRow.class, id).invoke(row -> {
            if (row == null || !jurisdiction.contains(row.jurisdiction())) {
                throw Refusal.notFound("import.unknown");
            }
        });
    }
}
