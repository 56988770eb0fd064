package cn.minyi5.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    private static final List<String> COLUMNS = List.of("code", "name");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,name\n1,甲\n",
                "code,name\r\n1,甲\r\n",
                "\ufeffcode,name\n1,甲",
                "name,more,code\n甲,x,1\n",
                "code,name\n\n 1 , 甲 \n\n"
            })
    void filesOfManyHandsSayTheSame(String file) {
        assertThat(read(file)).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.cell("code")).isEqualTo("1");
            assertThat(row.cell("name")).isEqualTo("甲");
        });
    }

    @Test
    void quotedCellsMayHoldCommasQuotesAndLines() {
        assertThat(read("code,name\n1,\"甲,\"\"乙\"\"\n丙\"\n2,丁\n"))
                .extracting(row -> row.cell("name"))
                .containsExactly("甲,\"乙\"\n丙", "丁");
    }

    @Test
    void aShortRowHasEmptyCells() {
        assertThat(read("code,name\n1\n").get(0).optional("name")).isNull();
    }

    @Test
    void aFileOfAHeaderAloneHasNoRows() {
        assertThat(read("code,name\n")).isEmpty();
    }

    @Test
    void aMissingColumnIsNamed() {
        Refused.with("csv.column-missing", "name", () -> read("code,title\n1,x\n"));
        Refused.with("csv.column-missing", "code", () -> read(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"code,name\n1,\"open\n", "code,name,code\n1,2,3\n", "code,name\n1,\0\n"})
    void whatIsNoCsvIsRefused(String file) {
        Refused.with("csv.unreadable", "", () -> read(file));
    }

    @Test
    void aFileOfMoreRowsThanAnybodyHasIsRefused() {
        assertThat(read("code,name\n" + "1,a\n".repeat(100_000))).hasSize(100_000);
        Refused.with("csv.too-many-rows", "", () -> read("code,name\n" + "1,a\n".repeat(100_001)));
    }

    @Test
    void aFileThatNeverEndsIsReadNoFurtherThanItMayHaveRows() {
        var rows = new InputStream() {
            private static final byte[] HEADER_AND_ROW = "code,name\n1,a\n".getBytes(UTF_8);
            private int read;

            @Override
            public int read() throws IOException {
                var at = read++;
                return HEADER_AND_ROW[at < HEADER_AND_ROW.length ? at : 10 + (at - 10) % 4];
            }
        };

        Refused.with("csv.too-many-rows", "", () -> CsvSheet.read(rows, COLUMNS));
        assertThat(rows.read).isLessThan(450_000);
    }

    @Test
    void whatIsMalformedFarBehindIsRefusedToo() {
        var file = ("code,name\n" + "1,a\n".repeat(50_000)).getBytes(UTF_8);
        file[file.length - 2] = (byte) 0xC3;

        Refused.with("csv.not-utf8", "", () -> read(file));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        Refused.with("csv.not-utf8", "", () -> read(new byte[] {'c', (byte) 0xC3, (byte) 0x28}));
    }

    @Test
    void aGbkFileOfAChineseOfficeIsRefusedByName() {
        Refused.with("csv.not-utf8", "", () -> read("code,name\n1,羊山镇\n".getBytes(Charset.forName("GBK"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8613800000001", "-1", "@SUM(A1)", "'quoted", "plain", "", "a,\"b\"\nc"})
    void whatIsWrittenOpensAsTextAndIsReadBackTheSame(String cell) {
        var written = CsvSheet.write(Stream.of(COLUMNS, List.of("1", cell)));

        assertThat(written).startsWith("\ufeffcode,name\r\n").doesNotContainPattern("(?m)(^|,)\"?[=+@-]");
        assertThat(read(written))
                .singleElement()
                .extracting(row -> row.cell("name"))
                .isEqualTo(cell);
    }

    private static List<SheetRow> read(String file) {
        return read(file.getBytes(UTF_8));
    }

    private static List<SheetRow> read(byte[] file) {
        return CsvSheet.read(new ByteArrayInputStream(file), COLUMNS);
    }
}
