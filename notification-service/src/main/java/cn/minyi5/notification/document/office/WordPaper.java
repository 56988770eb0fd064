package cn.minyi5.notification.document.office;

import cn.minyi5.notification.document.domain.Paper;
import cn.minyi5.notification.document.domain.Paper.Block;
import io.quarkus.qute.Qute;
import io.quarkus.qute.Variant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A paper as a Word file in the layout of GB/T 9704-2012. Its parts, and with them the layout, stand under {@code
 * papers/docx}; here is what depends on the paper.
 */
public final class WordPaper {

    private static final List<String> PARTS = List.of(
            "[Content_Types].xml",
            "_rels/.rels",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/fontTable.xml",
            "word/settings.xml",
            "word/styles.xml");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("y年M月d日");

    /** Of a line, in twips and in characters. */
    static final int TEXT_WIDTH = 8845;

    private static final int CHARACTERS = 28;

    /** A name gets as much room as three figures, but not more than two fifths. */
    private static final int NAME_SHARE = 3;

    private static final double NAME_AT_MOST = 0.4;

    /** So many rows go onto one page with their caption, and are not torn apart. */
    private static final int KEPT_TOGETHER = 20;

    private WordPaper() {}

    /** Takes its time: not for an event loop. */
    public static byte[] print(Paper paper) {
        var date = DATE.format(paper.date());
        var signature = Signature.of(paper.letterhead().office(), date);
        var fields = Map.of(
                "paper", paper,
                "date", date,
                "rightOfOffice", twips(signature.rightOfOffice()),
                "rightOfDate", twips(signature.rightOfDate()),
                "body", body(paper.body()));
        var out = new ByteArrayOutputStream();
        try (var word = new ZipOutputStream(out)) {
            for (var part : PARTS) {
                word.putNextEntry(new ZipEntry(part));
                word.write(fill(part, fields));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a paper cannot be written", e);
        }
        return out.toByteArray();
    }

    private static byte[] fill(String part, Map<String, Object> fields) throws IOException {
        try (var template = WordPaper.class.getResourceAsStream("/papers/docx/" + part)) {
            var text = new String(Objects.requireNonNull(template, part).readAllBytes(), StandardCharsets.UTF_8);
            return Qute.fmt(text)
                    .contentType(Variant.TEXT_XML)
                    .dataMap(fields)
                    .render()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static long twips(double characters) {
        return Math.round(characters * TEXT_WIDTH / CHARACTERS);
    }

    private static List<Map<String, Object>> body(List<Block> blocks) {
        var body = new ArrayList<Map<String, Object>>();
        var afterTable = false;
        for (var block : blocks) {
            body.add(fields(block, afterTable));
            afterTable = block instanceof Block.Table;
        }
        return body;
    }

    private static Map<String, Object> fields(Block block, boolean afterTable) {
        if (block instanceof Block.Table table) {
            return Map.of(
                    "style",
                    "TableCaption",
                    "text",
                    table.caption(),
                    "table",
                    table,
                    "widths",
                    widths(table.columns().size()),
                    "keptTogether",
                    table.rows().size() <= KEPT_TOGETHER);
        }
        return block instanceof Block.Heading heading
                ? Map.of("style", "Heading1", "text", heading.text(), "afterTable", afterTable)
                : Map.of("style", "Body", "text", ((Block.Paragraph) block).text());
    }

    private static List<Long> widths(int columns) {
        var name = Math.round(TEXT_WIDTH * Math.min(NAME_AT_MOST, (double) NAME_SHARE / (NAME_SHARE + columns - 1)));
        var figure = (TEXT_WIDTH - name) / (columns - 1);
        return Stream.iterate(name, width -> figure).limit(columns).toList();
    }
}
