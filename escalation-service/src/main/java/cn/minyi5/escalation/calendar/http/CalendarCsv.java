package cn.minyi5.escalation.calendar.http;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.calendar.application.LoadCalendarYear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code date,kind,festival}, with a header row; further columns are ignored. */
final class CalendarCsv {

    private static final List<String> COLUMNS = List.of("date", "kind", "festival");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CalendarCsv() {}

    /** @throws Refusal {@code csv.unreadable}, {@code csv.column-missing} */
    static List<LoadCalendarYear.Row> read(String csv) {
        var text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        try (var parser = CSVParser.parse(text, FORMAT)) {
            for (var column : COLUMNS) {
                if (!parser.getHeaderNames().contains(column)) {
                    throw Refusal.invalid("csv.column-missing", column).with("columns", String.join(",", COLUMNS));
                }
            }
            return parser.getRecords().stream().map(CalendarCsv::row).toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw Refusal.invalid("csv.unreadable", "body");
        }
    }

    private static LoadCalendarYear.Row row(CSVRecord row) {
        return new LoadCalendarYear.Row(
                row.getRecordNumber() + 1, value(row, "date"), value(row, "kind"), value(row, "festival"));
    }

    private static String value(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }
}
