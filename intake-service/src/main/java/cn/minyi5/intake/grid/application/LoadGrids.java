package cn.minyi5.intake.grid.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.grid.domain.Grid;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Takes a file of grids: good rows in, bad rows back; the same file again changes nothing. */
@ApplicationScoped
public class LoadGrids {

    public static final List<String> COLUMNS = List.of("code", "name");
    private static final int LONGEST_NAME = 100;
    private static final int VILLAGE_DIGITS = 12;

    private final Transactions transactions;
    private final Divisions divisions;
    private final Grids grids;

    LoadGrids(Transactions transactions, Divisions divisions, Grids grids) {
        this.transactions = transactions;
        this.divisions = divisions;
        this.grids = grids;
    }

    public Uni<CheckedRows<Grid>> handle(List<SheetRow> rows, DivisionCode jurisdiction) {
        var villages = rows.stream().map(row -> village(row.cell("code"))).toList();
        return transactions.runOld(tx -> divisions
                .known(tx, villages)
                .map(known -> CheckedRows.check(rows, row -> read(row, known, jurisdiction), Grid::code))
                .call(checked -> grids.keep(tx, checked.good())));
    }

    private static Grid read(SheetRow row, Set<String> knownVillages, DivisionCode jurisdiction) {
        var code = row.as("code", GridCode::new);
        if (!jurisdiction.contains(code.division())) {
            throw Refusal.invalid("division.outside-jurisdiction", "code").with("jurisdiction", jurisdiction.value());
        }
        if (!knownVillages.contains(village(code.value()))) {
            throw Refusal.invalid("grid.village-unknown", "code").with("village", village(code.value()));
        }
        return new Grid(code, row.required("name", LONGEST_NAME));
    }

    private static String village(String code) {
        return code.substring(0, Math.min(VILLAGE_DIGITS, code.length()));
    }
}
