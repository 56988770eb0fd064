package cn.minyi5.intake.importing.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Gives the rows of an import back that were not taken, so that they can be put right and sent again. */
@ApplicationScoped
public class ReturnRefusedRows {

    private final ShowImport showImport;
    private final Imports imports;
    private final RowSealing sealing;

    ReturnRefusedRows(ShowImport showImport, Imports imports, RowSealing sealing) {
        this.showImport = showImport;
        this.imports = imports;
        this.sealing = sealing;
    }

    /** A row as it came, cell by cell in the order of the columns, and why it was refused. */
    public record Returned(List<String> cells, Refusal why) {}

    /** @throws Refusal {@code import.unknown} */
    public Uni<List<Returned>> handle(UUID id, DivisionCode jurisdiction) {
        return showImport
                .handle(id, jurisdiction)
                .chain(() -> imports.wrappedKey(id))
                .flatMap(key -> imports.refusedRows(id).map(rows -> rows.stream()
                        .map(row -> new Returned(sealing.open(row, id, key), row.why()))
                        .toList()));
    }
}
