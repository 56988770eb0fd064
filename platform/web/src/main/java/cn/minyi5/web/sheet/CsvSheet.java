package cn.minyi5.web.sheet;

import cn.minyi5.contracts.language.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads a CSV file (RFC 4180, UTF-8 with or without byte order mark, a header row) into rows. Blocks on the CPU. */
public final class CsvSheet {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private CsvSheet() {}

    /**
     * @param columns that must be there; others are read too
     * @throws Refusal {@code csv.not-utf8}, {@code csv.unreadable}, {@code csv.column-missing}
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
            return parser.stream().map(CsvSheet::row).toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static SheetRow row(CSVRecord record) {
        var cells = new HashMap<String, String>();
        record.toMap().forEach((column, cell) -> cells.put(column, cell.strip()));
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
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("csv.not-utf8", "");
        }
    }

    private static Refusal unreadable() {
        return Refusal.invalid("csv.unreadable", "");
    }
}
