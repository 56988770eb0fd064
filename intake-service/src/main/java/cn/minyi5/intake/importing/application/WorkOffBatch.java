package cn.minyi5.intake.importing.application;

import cn.minyi5.intake.importing.domain.HistoryReading;
import cn.minyi5.intake.importing.domain.ReadRow;
import cn.minyi5.intake.importing.domain.VisitRows;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.RefusedRow;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Works off the next visits of an import: effect, announcements and progress in one transaction. */
@ApplicationScoped
class WorkOffBatch {

    /** Some hundred rows: a transaction of a few dozen milliseconds. */
    private static final int VISITS = 100;

    private final Transactions transactions;
    private final Imports imports;
    private final ReferenceCodes references;
    private final RowSealing sealing;
    private final KeepHistory keepHistory;

    WorkOffBatch(
            Transactions transactions,
            Imports imports,
            ReferenceCodes references,
            RowSealing sealing,
            KeepHistory keepHistory) {
        this.transactions = transactions;
        this.imports = imports;
        this.references = references;
        this.sealing = sealing;
        this.keepHistory = keepHistory;
    }

    /** Whether there was something to do: not if the import is done or another copy is at it. */
    Uni<Boolean> handle(HistoryFile file) {
        return transactions.runOld(tx -> imports.claim(tx, file.from().id())
                .flatMap(next -> next == null
                        ? Uni.createFrom().item(false)
                        : workOff(tx, file, next).replaceWith(true)));
    }

    private Uni<Void> workOff(Transaction tx, HistoryFile file, int from) {
        var end = Math.min(from + VISITS, file.visits().size());
        var rows = file.rows(from, end);
        return references
                .of(tx, file.from().jurisdiction(), rows)
                .flatMap(reading -> keep(tx, file, rows, reading))
                .flatMap(kept -> imports.keep(tx, batch(file, kept, end)));
    }

    private Uni<Kept> keep(Transaction tx, HistoryFile file, List<SheetRow> rows, HistoryReading reading) {
        var checked = VisitRows.check(rows, reading);
        return keepHistory
                .handle(tx, file.from().source(), checked.good(), reading.teams())
                .map(kept -> new Kept(checked, kept));
    }

    private record Kept(CheckedRows<ReadRow> checked, KeepHistory.Outcome outcome) {
        Stream<RefusedRow> refused() {
            return Stream.concat(checked.refused().stream(), outcome.contradicting().stream());
        }
    }

    private Batch batch(HistoryFile file, Kept kept, int end) {
        var from = file.from();
        var refused = kept.refused()
                .map(row -> sealing.seal(row, from.id(), from.file().wrappedKey()))
                .toList();
        return new Batch(
                from.id(),
                kept.outcome().added(),
                kept.outcome().alreadyThere(),
                refused,
                end,
                end == file.visits().size());
    }
}
