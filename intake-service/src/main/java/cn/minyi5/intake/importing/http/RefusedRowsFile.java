package cn.minyi5.intake.importing.http;

import cn.minyi5.intake.importing.application.ReturnRefusedRows;
import cn.minyi5.intake.importing.domain.HistoryColumns;
import cn.minyi5.web.ProblemTexts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Refused rows as a CSV file that can be put right and sent again: the column {@code reason} is not read. */
final class RefusedRowsFile {

    private RefusedRowsFile() {}

    static String of(List<ReturnRefusedRows.Returned> rows, Locale language) {
        var file = new StringWriter();
        try (var printer = new CSVPrinter(file, CSVFormat.RFC4180)) {
            printer.printRecord(and(HistoryColumns.ALL, "reason"));
            for (var row : rows) {
                printer.printRecord(and(row.cells(), reason(row, language)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private static String reason(ReturnRefusedRows.Returned row, Locale language) {
        var why = row.why();
        var text = ProblemTexts.of(why.code(), language, why.details());
        return Objects.requireNonNullElse(why.field(), "") + ": " + text;
    }

    private static List<String> and(List<String> cells, String last) {
        var all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }
}
