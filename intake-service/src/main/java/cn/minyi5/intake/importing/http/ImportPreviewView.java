package cn.minyi5.intake.importing.http;

import cn.minyi5.intake.importing.HistoryFile;
import cn.minyi5.intake.importing.ImportPreviews.Preview;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CheckedRowsView.RefusedRowView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import would read of a file.
 *
 * @param sheets of the workbook, of which {@code sheet} was read
 * @param columns of the sheet, each with what it is taken for
 * @param missing columns of ours that must be there
 * @param rows how many there are
 * @param problems of the first rows; none is looked for while a column is missing
 */
record ImportPreviewView(
        List<String> sheets,
        @Nullable String sheet,
        List<ColumnView> columns,
        List<String> missing,
        int rows,
        List<RowView> firstRows,
        List<RefusedRowView> problems) {

    /** @param column of ours; absent where it is none: it is not read */
    record ColumnView(String header, @Nullable String column) {}

    /** The row as a spreadsheet numbers it, by our columns. */
    record RowView(int row, Map<String, String> cells) {}

    static ImportPreviewView of(HistoryFile file, Preview preview, Locale language) {
        return new ImportPreviewView(
                file.sheets(),
                file.sheet(),
                file.headers().stream()
                        .map(header -> new ColumnView(header, preview.mapping().columnOf(header)))
                        .toList(),
                preview.missing(),
                file.rows().size(),
                preview.firstRows().stream()
                        .map(row -> new RowView(row.number(), row.cells()))
                        .toList(),
                CheckedRowsView.of(new CheckedRows<>(List.of(), preview.refused()), language)
                        .refused());
    }
}
