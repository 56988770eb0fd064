package cn.minyi5.local.county;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** Writes a CSV text with a header row, lines ending in LF. */
public final class Csv {
    private Csv() {}

    /** @param rows cells in the order of the header; a null becomes an empty cell */
    public static String of(List<String> header, Stream<? extends List<?>> rows) {
        var text = new StringWriter();
        try (var printer = CSVFormat.DEFAULT
                .builder()
                .setRecordSeparator('\n')
                .setHeader(header.toArray(String[]::new))
                .get()
                .print(text)) {
            for (var row : rows.toList()) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
