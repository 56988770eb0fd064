package cn.minyi5.intake.importing;

import cn.minyi5.access.Actor;
import cn.minyi5.intake.importing.domain.ColumnMapping;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.RefusedRow;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows what an import would read of a file, before it is one: which column is which, the first rows, and their faults. */
@ApplicationScoped
public class ImportPreviews {

    private static final int FIRST_ROWS = 20;

    private final Transactions transactions;
    private final HistoryGrounds grounds;

    ImportPreviews(Transactions transactions, HistoryGrounds grounds) {
        this.transactions = transactions;
        this.grounds = grounds;
    }

    /**
     * @param missing columns without which nothing can be imported; where there are any, nothing is judged
     * @param firstRows by our columns
     * @param refused of the first rows
     */
    public record Preview(
            ColumnMapping mapping, List<String> missing, List<SheetRow> firstRows, List<RefusedRow> refused) {}

    public Uni<Preview> preview(HistoryFile file, ColumnMapping mapping, Actor actor) {
        var missing = mapping.missing(HistoryReading.COLUMNS);
        var first = file.rows(mapping, FIRST_ROWS);
        if (!missing.isEmpty()) {
            return Uni.createFrom().item(new Preview(mapping, missing, first, List.of()));
        }
        return transactions.read(() -> transactions
                .moment()
                .flatMap(now -> grounds.reading(actor.division(), now, first, now))
                .map(reading -> new Preview(
                        mapping, missing, first, reading.check(first).refused())));
    }
}
