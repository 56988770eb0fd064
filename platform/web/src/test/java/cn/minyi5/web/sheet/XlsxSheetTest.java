package cn.minyi5.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.minyi5.contracts.language.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class XlsxSheetTest {

    @Test
    void aDateIsWhatTheCountysClocksShowed() throws IOException {
        var read = read(sheet -> {
            header(sheet, "走访时间", "网格编码", "面积", "合格");
            sheet.value(1, 0, LocalDateTime.parse("2021-10-05T09:30:00"));
            sheet.style(1, 0).format("yyyy\"年\"m\"月\"d\"日\" h:mm").set();
            sheet.value(1, 1, 370828101201001L);
            sheet.value(1, 2, 1.5);
            sheet.value(1, 3, true);
        });

        assertThat(read.headers()).containsExactly("走访时间", "网格编码", "面积", "合格");
        var cells = read.rows().get(0);
        assertThat(cells.number()).isEqualTo(2);
        assertThat(cells.cell("走访时间")).isEqualTo("2021-10-05T09:30:00+08:00");
        assertThat(cells.cell("网格编码")).isEqualTo("370828101201001");
        assertThat(cells.cell("面积")).isEqualTo("1.5");
        assertThat(cells.cell("合格")).isEqualTo("YES");
    }

    @Test
    void emptyRowsAreNoRowsAndTheOthersKeepTheirNumbers() throws IOException {
        var read = read(sheet -> {
            sheet.value(1, 1, "内容");
            sheet.value(4, 1, " 路灯不亮 ");
            sheet.value(6, 0, "没有列名");
        });

        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(5);
            assertThat(row.cell("内容")).isEqualTo("路灯不亮");
        });
    }

    @Test
    void aFormulaIsWhatItLastCameTo() throws IOException {
        var read = XlsxSheet.read(
                workbookOf(
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>内容</t></is></c></row><row r=\"2\"><c r=\"A2\""
                                + " t=\"str\"><f>A1&amp;\"x\"</f><v>=水管破裂</v></c></row><row r=\"3\"><c"
                                + " r=\"A3\"><f>1+1</f><v>2</v></c></row>"),
                null);

        assertThat(read.rows()).extracting(row -> row.cell("内容")).containsExactly("=水管破裂", "2");
    }

    @Test
    void oneSheetIsReadTheFirstUnlessAnotherIsNamed() throws IOException {
        var file = workbook(book -> {
            header(book.newWorksheet("说明"), "怎么填");
            header(book.newWorksheet("数据"), "内容");
        });

        assertThat(XlsxSheet.read(file, null).sheet()).isEqualTo("说明");
        assertThat(XlsxSheet.read(file, "数据").headers()).containsExactly("内容");
        assertThat(XlsxSheet.read(file, "数据").sheets()).containsExactly("说明", "数据");
        refused("xlsx.sheet-unknown", "sheet", () -> XlsxSheet.read(file, "附件"));
    }

    @Test
    void aSheetNeedsNamesOfItsColumnsEachOnce() throws IOException {
        var empty = workbook(book -> book.newWorksheet("空"));
        refused("xlsx.header-missing", "sheet", () -> XlsxSheet.read(empty, null));
        var twice = workbook(book -> header(book.newWorksheet("数据"), "内容", "内容"));
        refused("xlsx.header-twice", "内容", () -> XlsxSheet.read(twice, null));
        var many = workbook(book -> {
            var sheet = book.newWorksheet("数据");
            for (int column = 0; column <= 200; column++) {
                sheet.value(0, column, "列" + column);
            }
        });
        refused("xlsx.too-many-columns", "", () -> XlsxSheet.read(many, null));
    }

    @Test
    void aFileThatIsNoWorkbookIsRefused() throws IOException {
        refused("xlsx.unreadable", "", () -> XlsxSheet.read("a,b\n".getBytes(UTF_8), null));
        refused("xlsx.unreadable", "", () -> XlsxSheet.read(new byte[0], null));
        var zip = zip("readme.txt", out -> write(out, "hello"));
        refused("xlsx.unreadable", "", () -> XlsxSheet.read(zip, null));
    }

    @Test
    void whatWouldUnpackToMoreThanAnySheetIsNotRead() throws IOException {
        var megabyte = "0".repeat(1024 * 1024);
        var bomb = zip("xl/worksheets/sheet1.xml", out -> {
            for (int number = 0; number <= 200; number++) {
                write(out, megabyte);
            }
        });

        assertThat(bomb).as("it is small").hasSizeLessThan(1024 * 1024);
        refused("xlsx.too-large", "", () -> XlsxSheet.read(bomb, null));
    }

    @Test
    void aSheetHasAHundredThousandRowsAtMost() throws IOException {
        var rows = new StringBuilder("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>内容</t></is></c></row>");
        for (int row = 2; row <= 100_002; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\"><v>1</v></c></row>");
        }
        var file = workbookOf(rows.toString());
        refused("xlsx.too-many-rows", "", () -> XlsxSheet.read(file, null));
    }

    @Test
    void whatIsWrittenIsReadBackCellByCell() {
        var rows = List.of(List.of("code", "name"), List.of("0012", "=水务局"), List.of("1e5", ""));

        var read = XlsxSheet.read(XlsxSheet.write("清单", rows), null);

        assertThat(read.sheet()).isEqualTo("清单");
        assertThat(read.rows()).extracting(row -> row.cell("code")).containsExactly("0012", "1e5");
        assertThat(read.rows().get(0).cell("name")).isEqualTo("=水务局");
    }

    private static void refused(String code, String field, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.code().equals(code), "has the code " + code)
                .matches(refusal -> field.equals(refusal.field()), "is about " + field);
    }

    private static XlsxSheet.Table read(Consumer<Worksheet> content) throws IOException {
        return XlsxSheet.read(workbook(book -> content.accept(book.newWorksheet("数据"))), null);
    }

    private static void header(Worksheet sheet, String... names) {
        for (int column = 0; column < names.length; column++) {
            sheet.value(0, column, names[column]);
        }
    }

    private static byte[] workbook(Consumer<Workbook> content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "tests", "1.0")) {
            content.accept(book);
        }
        return out.toByteArray();
    }

    /** One whose sheet is written by hand. */
    private static byte[] workbookOf(String rows) throws IOException {
        var whole = workbook(book -> header(book.newWorksheet("数据"), "内容"));
        var out = new ByteArrayOutputStream();
        try (var from = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(whole))
                        .get();
                var to = new ZipOutputStream(out)) {
            for (var entry : Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    to.write(("<worksheet"
                                    + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                    + rows + "</sheetData></worksheet>")
                            .getBytes(UTF_8));
                } else {
                    from.getInputStream(entry).transferTo(to);
                }
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, Consumer<ZipOutputStream> content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            content.accept(zip);
        }
        return out.toByteArray();
    }

    private static void write(ZipOutputStream zip, String text) {
        try {
            zip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
