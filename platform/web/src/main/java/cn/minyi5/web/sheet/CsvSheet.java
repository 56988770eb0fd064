package cn.minyi5.web.sheet;

import cn.minyi5.contracts.language.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without byte order mark, a header row) into rows, and writes one that
 * spreadsheets open as it is meant. Blocks on the CPU.
 */
public final class CsvSheet {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    /** A county's whole history of a year; more would take the memory that everybody else lives on. */
    private static final int MOST_ROWS = 100_000;

    /** Without it spreadsheets of a Chinese office take a file for GBK. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** A cell that begins so is run as a formula by whoever opens the file. */
    private static final String BEGIN_FORMULAS = "=+-@";

    private static final char THIS_IS_TEXT = '\'';

    private CsvSheet() {}

    /** @param rows the header first; what would be a formula is marked as text, and read back without the mark */
    public static String write(Stream<List<String>> rows) {
        return rows.map(row ->
                        FORMAT.format(row.stream().map(CsvSheet::harmless).toArray()))
                .collect(Collectors.joining(
                        FORMAT.getRecordSeparator(), String.valueOf(BYTE_ORDER_MARK), FORMAT.getRecordSeparator()));
    }

    private static String harmless(String cell) {
        return beginsFormula(cell) ? THIS_IS_TEXT + cell : cell;
    }

    private static String meant(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == THIS_IS_TEXT && beginsFormula(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    private static boolean beginsFormula(String cell) {
        return !cell.isEmpty() && BEGIN_FORMULAS.indexOf(cell.charAt(0)) >= 0;
    }

    /**
     * @param columns that must be there; others are read too
     * @throws Refusal {@code csv.not-utf8}, {@code csv.unreadable}, {@code csv.column-missing}, {@code
     *     csv.too-many-rows}
     */
    public static List<SheetRow> read(byte[] file, List<String> columns) {
        return read(file, columns, missing -> Refusal.invalid("csv.column-missing", missing.get(0))
                .with("columns", String.join(",", columns)));
    }

    /** @param lacking what a file without some of the columns is refused with */
    public static List<SheetRow> read(byte[] file, List<String> columns, Function<List<String>, Refusal> lacking) {
        try (var parser = CSVParser.parse(new StringReader(decoded(file)), FORMAT)) {
            var header = parser.getHeaderNames();
            var missing =
                    columns.stream().filter(column -> !header.contains(column)).toList();
            if (!missing.isEmpty()) {
                throw lacking.apply(missing);
            }
            var rows = new ArrayList<SheetRow>();
            for (var record : parser) {
                if (rows.size() == MOST_ROWS) {
                    throw Refusal.invalid("csv.too-many-rows", "").with("most", MOST_ROWS);
                }
                rows.add(row(record));
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static SheetRow row(CSVRecord record) {
        var cells = new HashMap<String, String>();
        record.toMap().forEach((column, cell) -> cells.put(column, meant(cell.strip())));
        return new SheetRow((int) record.getRecordNumber() + 1, cells);
    }

    private static String decoded(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw unreadable();
            }
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("csv.not-utf8", "");
        }
    }

    private static Refusal unreadable() {
        return Refusal.invalid("csv.unreadable", "");
    }
}
