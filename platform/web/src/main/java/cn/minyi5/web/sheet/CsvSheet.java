package cn.minyi5.web.sheet;

import cn.minyi5.contracts.language.Refusal;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

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
        return BYTE_ORDER_MARK + more(rows);
    }

    /** Further rows of a file that was begun by {@link #write}. */
    public static String more(Stream<List<String>> rows) {
        return rows.map(row ->
                        FORMAT.format(row.stream().map(CsvSheet::harmless).toArray()) + FORMAT.getRecordSeparator())
                .collect(Collectors.joining());
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
     * @param file read row by row, to its end
     * @param columns that must be there; others are read too
     * @throws Refusal {@code csv.not-utf8}, {@code csv.unreadable}, {@code csv.column-missing}, {@code
     *     csv.too-many-rows}
     */
    public static List<SheetRow> read(InputStream file, List<String> columns) {
        return read(file, columns, missing -> lacking(missing, columns));
    }

    /** Of a file that is in hand anyway. */
    public static List<SheetRow> read(byte[] file, List<String> columns) {
        return read(new ByteArrayInputStream(file), columns);
    }

    /** @param lacking what a file without some of the columns is refused with */
    public static List<SheetRow> read(InputStream file, List<String> columns, Function<List<String>, Refusal> lacking) {
        var rows = new ArrayList<SheetRow>();
        read(file, columns, lacking, record -> rows.add(row(record)));
        return rows;
    }

    /** How many rows a file has that can be read; none of them is kept. */
    public static int count(InputStream file, List<String> columns) {
        return read(file, columns, missing -> lacking(missing, columns), record -> {});
    }

    private static int read(
            InputStream file, List<String> columns, Function<List<String>, Refusal> lacking, Consumer<CSVRecord> each) {
        try (var parser = CSVParser.parse(new Utf8(file), FORMAT)) {
            var header = parser.getHeaderNames();
            var missing =
                    columns.stream().filter(column -> !header.contains(column)).toList();
            if (!missing.isEmpty()) {
                throw lacking.apply(missing);
            }
            var rows = 0;
            for (var record : parser) {
                if (rows == MOST_ROWS) {
                    throw Refusal.invalid("csv.too-many-rows", "").with("most", MOST_ROWS);
                }
                each.accept(record);
                rows++;
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** The names of its columns, in their order. @throws Refusal as {@link #read(byte[], List)} */
    public static List<String> header(byte[] file) {
        try (var parser = CSVParser.parse(new Utf8(new ByteArrayInputStream(file)), FORMAT)) {
            return List.copyOf(parser.getHeaderNames());
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static Refusal lacking(List<String> missing, List<String> columns) {
        return Refusal.invalid("csv.column-missing", missing.get(0)).with("columns", String.join(",", columns));
    }

    private static Refusal unreadable(Exception e) {
        return isNotUtf8(e) ? Refusal.invalid("csv.not-utf8", "") : Refusal.invalid("csv.unreadable", "");
    }

    private static boolean isNotUtf8(@Nullable Throwable failure) {
        return failure != null && (failure instanceof CharacterCodingException || isNotUtf8(failure.getCause()));
    }

    /** An empty cell is as good as none: of many columns a row has a few. */
    private static SheetRow row(CSVRecord record) {
        var cells = new HashMap<String, String>();
        record.toMap().forEach((column, cell) -> {
            var bare = meant(cell.strip());
            if (!bare.isEmpty()) {
                cells.put(column, bare);
            }
        });
        return new SheetRow((int) record.getRecordNumber() + 1, cells);
    }

    /** The letters of a file, without the byte order mark; NUL is no letter. */
    private static final class Utf8 extends FilterReader {

        private boolean begun;

        /** A decoder of one's own reports what is malformed; that of a charset would put a picture in its place. */
        Utf8(InputStream file) {
            super(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder())));
        }

        @Override
        public int read() throws IOException {
            var one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            if (!begun) {
                begun = true;
                leaveOutByteOrderMark();
            }
            var read = super.read(into, offset, length);
            for (int at = offset; at < offset + read; at++) {
                if (into[at] == 0) {
                    throw new IOException("NUL");
                }
            }
            return read;
        }

        private void leaveOutByteOrderMark() throws IOException {
            in.mark(1);
            if (in.read() != BYTE_ORDER_MARK) {
                in.reset();
            }
        }
    }
}
