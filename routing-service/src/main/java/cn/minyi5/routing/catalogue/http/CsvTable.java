package cn.minyi5.routing.catalogue.http;

import cn.minyi5.contracts.language.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table in CSV with a header row; what spreadsheets put before it (a byte order mark) does not matter. */
final class CsvTable {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private CsvTable() {}

    /** @param row where it stands in the table; 1 is the header */
    record CsvRow(int row, CSVRecord cells) {

        /** Empty where the row is too short. */
        String cell(String column) {
            return cells.isSet(column) ? cells.get(column) : "";
        }
    }

    /** @throws Refusal {@code csv.unreadable}, {@code csv.column-missing} */
    static List<CsvRow> read(String body, List<String> columns) {
        try (var parser = CSVParser.parse(new StringReader(withoutMark(body)), FORMAT)) {
            for (var column : columns) {
                if (!parser.getHeaderNames().contains(column)) {
                    throw Refusal.invalid("csv.column-missing", column).with("columns", String.join(",", columns));
                }
            }
            return parser.stream()
                    .map(cells -> new CsvRow((int) cells.getRecordNumber() + 1, cells))
                    .toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException malformed) {
            throw Refusal.invalid("csv.unreadable", "body").with("reason", String.valueOf(malformed.getMessage()));
        }
    }

    private static String withoutMark(String body) {
        return body.startsWith("\uFEFF") ? body.substring(1) : body;
    }
}
