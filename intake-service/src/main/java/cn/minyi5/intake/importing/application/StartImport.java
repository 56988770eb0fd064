package cn.minyi5.intake.importing.application;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.importing.domain.HistoryColumns;
import cn.minyi5.intake.importing.domain.ImportProgress;
import cn.minyi5.intake.importing.domain.ImportState;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.privacy.Seal;
import cn.minyi5.web.sheet.CsvSheet;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a file of history in: kept first, sealed, so that nothing is lost; worked off afterwards. */
@ApplicationScoped
public class StartImport {

    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");

    private final Imports imports;
    private final Seal seal;
    private final Fingerprints fingerprints;

    StartImport(Imports imports, Seal seal, Fingerprints fingerprints) {
        this.imports = imports;
        this.seal = seal;
        this.fingerprints = fingerprints;
    }

    /** A file that can be read as history, sealed, not kept yet. */
    public record Checked(HistoryImport started, String fingerprint) {}

    /**
     * Reads the file once. Blocks on the CPU.
     *
     * @throws Refusal {@code import.source-malformed}, {@code csv.not-utf8}, {@code csv.unreadable},
     *     {@code csv.column-missing}
     */
    public Checked check(@Nullable String source, byte[] file, Actor actor) {
        if (source == null || !SOURCE.matcher(source).matches()) {
            throw Refusal.invalid("import.source-malformed", "source");
        }
        var rows = CsvSheet.read(file, HistoryColumns.ALL).size();
        var id = UuidCreator.getTimeOrderedEpoch();
        var sealed = seal.seal(file, HistoryImport.about(id));
        return new Checked(
                new HistoryImport(id, source, actor.division(), actor.id(), rows, sealed), fingerprints.of(file));
    }

    public Uni<ImportProgress> handle(Transaction tx, HistoryImport started) {
        return imports.start(tx, started)
                .replaceWith(new ImportProgress(
                        started.id(), started.source(), ImportState.RUNNING, started.rows(), 0, 0, 0));
    }
}
