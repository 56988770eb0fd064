package cn.minyi5.county;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The files under {@code county/}, whose README says where they come from, and others in their format. */
public final class CountyFiles {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private CountyFiles() {}

    /** Reads each row by its header. */
    public static <T> List<T> rows(String name, Function<CSVRecord, T> row) {
        try (var in = new InputStreamReader(stream(name), StandardCharsets.UTF_8);
                var records = FORMAT.parse(in)) {
            return records.stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** As the services take it. */
    public static String text(String name) {
        try (var in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * A CSV text with a header row, lines ending in LF.
     *
     * @param rows cells in the order of the header; a null becomes an empty cell
     */
    public static String csv(List<String> header, Stream<? extends List<?>> rows) {
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

    private static InputStream stream(String name) throws IOException {
        var in = CountyFiles.class.getResourceAsStream("/county/" + name);
        if (in == null) {
            throw new IOException("no such file of the county: " + name);
        }
        return in;
    }
}
