package cn.minyi5.web.sheet;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one sheet of an xlsx workbook, row by row: dates as the county's clocks show them, formulas as what they last came
 * to. What it would unpack to is counted first. Writes one as well. Blocks on the CPU. Needs fastexcel, which a service
 * that takes workbooks brings along.
 */
public final class XlsxSheet {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int MOST_PARTS = 2_000;

    /** As of a CSV file. */
    private static final int MOST_ROWS = 100_000;

    private static final int MOST_COLUMNS = 200;

    /** Formats of Excel's own that are dates or times, those of Chinese and Japanese calendars among them. */
    private static final List<Integer> DATES = List.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58);

    /** Whether a format shows a year, a day or an hour, but in quotes, brackets or behind a backslash. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private static final Pattern OF_A_DATE = Pattern.compile("(?i)[ydh年月日时]");

    private XlsxSheet() {}

    /**
     * What was read.
     *
     * @param sheets of the workbook
     * @param sheet that was read
     * @param rows by the sheet's own headers
     */
    public record Table(List<String> sheets, String sheet, List<String> headers, List<SheetRow> rows) {}

    /** Whether a body of this type is a workbook. */
    public static boolean isMeantBy(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE);
    }

    /** Rows whose cells are all texts: no code loses its zeros, and no cell is run. @param rows the header first */
    public static byte[] write(String name, List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "minyi5", "1.0")) {
            var sheet = book.newWorksheet(name);
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

    /** @param sheet its name; null: the first */
    public static Table read(byte[] file, @Nullable String sheet) {
        refuseIfTooLarge(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            var sheets = workbook.getSheets().map(Sheet::getName).toList();
            var chosen = sheet == null
                    ? workbook.getFirstSheet()
                    : workbook.findSheet(sheet).orElseThrow(() -> Refusal.invalid("xlsx.sheet-unknown", "sheet")
                            .with("sheets", String.join("、", sheets)));
            return read(chosen, sheets);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException noWorkbook) {
            // The reader tells of what it cannot read by exceptions of many kinds.
            throw unreadable();
        }
    }

    private static Table read(Sheet sheet, List<String> sheets) throws IOException {
        try (var rows = sheet.openStream()) {
            var all = rows.iterator();
            Map<Integer, String> headers = Map.of();
            while (headers.isEmpty() && all.hasNext()) {
                headers = headers(all.next());
            }
            if (headers.isEmpty()) {
                throw Refusal.invalid("xlsx.header-missing", "sheet").with("sheet", sheet.getName());
            }
            var read = new ArrayList<SheetRow>();
            while (all.hasNext()) {
                var row = row(all.next(), headers);
                if (row.cells().values().stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (read.size() == MOST_ROWS) {
                    throw Refusal.invalid("xlsx.too-many-rows", "").with("most", MOST_ROWS);
                }
                read.add(row);
            }
            return new Table(sheets, sheet.getName(), List.copyOf(headers.values()), read);
        }
    }

    private static Map<Integer, String> headers(Row row) {
        var headers = new LinkedHashMap<Integer, String>();
        var seen = new HashSet<String>();
        for (var cell : row) {
            var header = cell == null ? "" : text(cell);
            if (header.isEmpty()) {
                continue;
            }
            if (!seen.add(header)) {
                throw Refusal.invalid("xlsx.header-twice", header).with("header", header);
            }
            if (headers.size() == MOST_COLUMNS) {
                throw Refusal.invalid("xlsx.too-many-columns", "").with("most", MOST_COLUMNS);
            }
            headers.put(cell.getColumnIndex(), header);
        }
        return headers;
    }

    private static SheetRow row(Row row, Map<Integer, String> headers) {
        var cells = new HashMap<String, String>();
        headers.forEach((index, header) -> cells.put(
                header, row.getOptionalCell(index).map(XlsxSheet::text).orElse("")));
        return new SheetRow(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        var raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return raw.equals("1") ? "YES" : "NO";
        }
        var number = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA ? number(raw) : null;
        if (number == null) {
            return raw.strip();
        }
        return isDate(cell) ? moment(cell) : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal number(String raw) {
        // A code of fifteen digits is a number to Excel; a text of a formula is none.
        return raw.matches("-?\\d{1,20}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?") ? new BigDecimal(raw) : null;
    }

    private static boolean isDate(Cell cell) {
        var id = cell.getDataFormatId();
        var format = cell.getDataFormatString();
        return id != null && DATES.contains(id)
                || format != null
                        && OF_A_DATE
                                .matcher(LITERAL.matcher(format).replaceAll(""))
                                .find();
    }

    private static String moment(Cell cell) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                cell.asDate().withNano(0).atZone(CountyTime.ZONE).toOffsetDateTime());
    }

    /**
     * By unpacking it once and keeping nothing: what a zip file says of itself is not worth much. Not by Java's own reader,
     * which takes the parts that streaming writers write for broken.
     */
    private static void refuseIfTooLarge(byte[] file) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            var left = MOST_UNPACKED;
            var parts = Collections.list(zip.getEntries());
            for (var part : parts) {
                left -= unpacked(zip, part, left);
                if (left < 0 || parts.size() > MOST_PARTS) {
                    throw Refusal.invalid("xlsx.too-large", "").with("megabytes", MOST_UNPACKED / 1024 / 1024);
                }
            }
        } catch (IOException | IllegalArgumentException noZip) {
            throw unreadable();
        }
    }

    /** In bytes, or a little more than the most. */
    private static long unpacked(ZipFile zip, ZipArchiveEntry part, long most) throws IOException {
        var some = new byte[64 * 1024];
        var unpacked = 0L;
        try (var in = zip.getInputStream(part)) {
            for (int length = in.read(some); length >= 0 && unpacked <= most; length = in.read(some)) {
                unpacked += length;
            }
        }
        return unpacked;
    }

    private static Refusal unreadable() {
        return Refusal.invalid("xlsx.unreadable", "");
    }
}
