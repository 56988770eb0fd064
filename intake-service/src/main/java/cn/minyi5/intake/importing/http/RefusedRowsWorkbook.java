package cn.minyi5.intake.importing.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Writes rows that were refused as a workbook whose cells are all texts: no code loses its zeros, and no cell is run. */
final class RefusedRowsWorkbook {

    private RefusedRowsWorkbook() {}

    static byte[] write(List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "minyi5", "1.0")) {
            var sheet = book.newWorksheet("refused");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
