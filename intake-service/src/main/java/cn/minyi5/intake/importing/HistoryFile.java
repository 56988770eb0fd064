package cn.minyi5.intake.importing;

import cn.minyi5.intake.importing.domain.ColumnMapping;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import cn.minyi5.web.sheet.XlsxSheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A county's own sheet of history, before anybody has said which column is which.
 *
 * @param sheets of the workbook; empty of a CSV file, which is one
 * @param sheet that was read
 * @param rows by the sheet's own headers
 */
public record HistoryFile(List<String> sheets, @Nullable String sheet, List<String> headers, List<SheetRow> rows) {

    /** Blocks on the CPU. @param sheet of a workbook: its name; null: the first */
    public static HistoryFile read(byte[] file, boolean isXlsx, @Nullable String sheet) {
        if (isXlsx) {
            var read = XlsxSheet.read(file, sheet);
            return new HistoryFile(read.sheets(), read.sheet(), read.headers(), read.rows());
        }
        return new HistoryFile(List.of(), null, CsvSheet.header(file), CsvSheet.read(file, List.of()));
    }

    /** @param said {@code column=header} each, where a person knows better than the proposal */
    public ColumnMapping mapping(List<String> said) {
        return ColumnMapping.of(headers, said);
    }

    /** The rows by our columns. */
    List<SheetRow> rows(ColumnMapping mapping, int most) {
        return rows.stream()
                .limit(most)
                .map(row -> new SheetRow(row.number(), mapping.apply(row.cells())))
                .toList();
    }

    /** As the CSV file of our columns that an import reads and keeps. */
    public byte[] asCsv(ColumnMapping mapping) {
        mapping.refuseIncomplete(HistoryReading.COLUMNS);
        var columns = mapping.columns();
        var lines =
                rows.stream().map(row -> List.copyOf(mapping.apply(row.cells()).values()));
        return CsvSheet.write(Stream.concat(Stream.of(columns), lines)).getBytes(StandardCharsets.UTF_8);
    }
}
