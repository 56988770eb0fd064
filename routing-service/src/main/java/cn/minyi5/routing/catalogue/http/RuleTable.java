package cn.minyi5.routing.catalogue.http;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.catalogue.application.RuleRow;
import java.util.List;
import java.util.stream.Stream;

/** A catalogue as a table in CSV; the assisting departments of a row are separated by {@code |}. */
final class RuleTable {

    private static final List<String> COLUMNS =
            List.of("category_prefix", "division_prefix", "lead", "assisting", "clause");

    private RuleTable() {}

    /** @throws Refusal {@code csv.unreadable}, {@code csv.column-missing} */
    static List<RuleRow> read(String csv) {
        return CsvTable.read(csv, COLUMNS).stream().map(RuleTable::row).toList();
    }

    private static RuleRow row(CsvTable.CsvRow row) {
        return new RuleRow(
                row.row(),
                row.cell("category_prefix"),
                row.cell("division_prefix"),
                row.cell("lead"),
                Stream.of(row.cell("assisting").split("\\|"))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList(),
                row.cell("clause"));
    }
}
