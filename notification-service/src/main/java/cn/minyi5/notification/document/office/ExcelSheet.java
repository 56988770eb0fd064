package cn.minyi5.notification.document.office;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A sheet with a bold first row that stays in sight. */
record ExcelSheet(String name, List<String> titles, List<Integer> widths) {

    /** Shown in percent. */
    record Rate(@Nullable BigDecimal value) {}

    record Formula(String text) {}

    /** @param rows of texts, numbers, rates, formulas, and nulls, as many as there are titles */
    Worksheet write(Workbook workbook, Stream<List<@Nullable Object>> rows) {
        var sheet = workbook.newWorksheet(name);
        writeHead(sheet);
        var cells = rows.iterator();
        for (int row = 1; cells.hasNext(); row++) {
            var column = 0;
            for (var cell : cells.next()) {
                write(sheet, row, column++, cell);
            }
        }
        return sheet;
    }

    private void writeHead(Worksheet sheet) {
        for (int i = 0; i < titles.size(); i++) {
            sheet.value(0, i, titles.get(i));
            sheet.width(i, widths.get(i));
        }
        sheet.range(0, 0, 0, titles.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .fillColor("E7E6E6")
                .borderStyle("thin")
                .set();
        sheet.freezePane(0, 1);
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        if (cell instanceof String text) {
            sheet.value(row, column, text);
        } else if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof Formula formula) {
            sheet.formula(row, column, formula.text());
        } else if (cell instanceof Rate rate) {
            sheet.value(row, column, rate.value());
            sheet.style(row, column).format("0.00%").set();
        }
    }
}
