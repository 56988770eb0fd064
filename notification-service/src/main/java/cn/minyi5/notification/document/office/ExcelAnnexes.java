package cn.minyi5.notification.document.office;

import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.DepartmentFigures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of figures, a sheet of departments, and for each figure a sheet of the rows behind it. The figures are counted
 * again from the rows by formulas, so that whoever opens the file sees that they are right.
 */
public final class ExcelAnnexes {

    private ExcelAnnexes() {}

    /** Takes its time: not for an event loop. */
    public static byte[] print(Bulletin bulletin) {
        try (var out = new ByteArrayOutputStream()) {
            try (var workbook = new Workbook(out, "minyi5", "1.0")) {
                FigureSheets.write(workbook, bulletin);
                var names = bulletin.departments().stream()
                        .collect(Collectors.toMap(DepartmentFigures::code, DepartmentFigures::name, (a, b) -> a));
                bulletin.figures().forEach(figure -> RowSheet.write(workbook, figure, bulletin, names));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an annex cannot be written", e);
        }
    }

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
