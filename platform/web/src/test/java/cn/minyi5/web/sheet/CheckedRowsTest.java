package cn.minyi5.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.GridCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckedRowsTest {

    private enum Colour {
        RED,
        BLUE
    }

    @Test
    void aBadRowCostsOnlyItselfAndARepeatedOneIsRefused() {
        var rows =
                List.of(row(2, "370828101201001"), row(3, "x"), row(4, "370828101201001"), row(5, "370828101201002"));

        var checked = CheckedRows.check(rows, row -> row.as("code", GridCode::new), GridCode::value);

        assertThat(checked.good()).extracting(GridCode::value).containsExactly("370828101201001", "370828101201002");
        assertThat(checked.refused())
                .extracting(refused -> refused.row().number())
                .containsExactly(3, 4);
        assertThat(checked.refused())
                .extracting(refused -> refused.why().code())
                .containsExactly("grid.code-malformed", "csv.row-twice");
    }

    @Test
    void aCellThatCannotBeStoredOrSeenCostsItsRow() {
        var checked = CheckedRows.check(
                List.of(row(2, "a\u0007"), row(3, "\u200b"), row(4, "b"), row(5, "c".repeat(10_001))),
                row -> row.cell("code"),
                code -> code);

        assertThat(checked.good()).containsExactly("b");
        assertThat(checked.refused())
                .extracting(
                        refused -> refused.why().code() + " " + refused.why().field())
                .containsExactly("text.control-character code", "text.invisible code", "csv.cell-too-long code");
    }

    @Test
    void whatACellRefusesIsAboutItsColumn() {
        Refused.with("grid.code-malformed", "code", () -> row(2, "x").as("code", GridCode::new));
        Refused.with("csv.cell-missing", "name", () -> row(2, "x").required("name"));
        Refused.with("csv.cell-too-long", "code", () -> row(2, "xyz").required("code", 2));
        Refused.with("csv.cell-not-in-list", "code", () -> row(2, "GREEN").oneOf("code", Colour.class));
        assertThat(row(2, "BLUE").oneOf("code", Colour.class)).isEqualTo(Colour.BLUE);
    }

    private static SheetRow row(int number, String code) {
        return new SheetRow(number, Map.of("code", code));
    }
}
