package cn.minyi5.notification.document.office;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** What all sheets have in common. */
final class Sheets {

    private Sheets() {}

    /** Gives the sheet a bold first row that stays in sight. */
    static Worksheet headed(Worksheet sheet, List<String> columns, List<Integer> widths) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i));
            sheet.width(i, widths.get(i));
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .fillColor("E7E6E6")
                .borderStyle("thin")
                .set();
        sheet.freezePane(0, 1);
        return sheet;
    }

    static void text(Worksheet sheet, int row, int column, @Nullable String value) {
        if (value != null) {
            sheet.value(row, column, value);
        }
    }
}
