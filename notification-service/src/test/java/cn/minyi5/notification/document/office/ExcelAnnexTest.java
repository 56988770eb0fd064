package cn.minyi5.notification.document.office;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.BulletinEvent.Late;
import cn.minyi5.notification.document.SampleBulletin;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.PrintedFigures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The annex, read back from the file as an office program reads it. */
class ExcelAnnexTest {

    private static final Bulletin BULLETIN = SampleBulletin.of(new UUID(0, 5), 18);

    private static XSSFWorkbook workbook;
    private static FormulaEvaluator formulas;

    @BeforeAll
    static void print() throws IOException {
        var file = ExcelAnnex.print(BULLETIN);
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve("annex.xlsx"), file);
        workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
        formulas = workbook.getCreationHelper().createFormulaEvaluator();
    }

    @Test
    void everyFigureOfTheCountyIsThereAndTheRowsSayTheSame() {
        var sheet = workbook.getSheet("全县指标");
        for (int i = 0; i < BULLETIN.issued().figures().size(); i++) {
            assertFigure(sheet.getRow(i + 1), 0, BULLETIN.issued().figures().get(i));
        }
    }

    @Test
    void everyFigureOfEveryDepartmentIsThereAndTheRowsSayTheSame() {
        var sheet = workbook.getSheet("各单位指标");
        int row = 1;
        for (var department : BULLETIN.issued().departments()) {
            for (var figure : department.figures()) {
                assertThat(text(sheet.getRow(row), 0)).isEqualTo(department.department());
                assertThat(text(sheet.getRow(row), 1)).isEqualTo(department.name());
                assertFigure(sheet.getRow(row), 2, figure);
                row++;
            }
        }
        assertThat(sheet.getLastRowNum()).isEqualTo(row - 1);
    }

    @Test
    void theRowsOfAllSheetsTogetherAreTheRowsThatWereFrozen() {
        var read = new ArrayList<BulletinEvent.Row>();
        for (var figure : BULLETIN.issued().figures()) {
            if (BULLETIN.isOfTwoCounts(figure.code())) {
                continue;
            }
            var sheet = workbook.getSheet(Recount.sheetOf(figure.code()));
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                read.add(row(figure.code(), sheet.getRow(i)));
            }
        }
        read.sort((a, b) -> a.figure().compareTo(b.figure()));
        var late = workbook.getSheet("以前月份补录");
        for (int i = 1; i <= late.getLastRowNum(); i++) {
            assertThat(text(late.getRow(i), 0)).isEqualTo("2021年8月");
            read.add(late(late.getRow(i)));
        }

        assertThat(read).isEqualTo(BULLETIN.rows());
        assertThat(SampleBulletin.hashOf(read)).isEqualTo(BULLETIN.issued().rowsSha256());
    }

    private static void assertFigure(Row row, int column, Figure figure) {
        assertThat(text(row, column)).isEqualTo(figure.code());
        assertThat(text(row, column + 1)).isEqualTo(PrintedFigures.name(figure.code()));
        assertSame(number(row, column + 2), figure.value());
        assertSame(number(row, column + 3), decimal(figure.numerator()));
        assertSame(number(row, column + 4), decimal(figure.denominator()));
        assertSame(
                counted(row, column + 5), PrintedFigures.isRate(figure) ? decimal(figure.numerator()) : figure.value());
        assertSame(
                counted(row, column + 6),
                PrintedFigures.isRate(figure) ? decimal(figure.denominator()) : figure.value());
    }

    private static void assertSame(@Nullable BigDecimal read, @Nullable BigDecimal frozen) {
        if (frozen == null) {
            assertThat(read).isNull();
        } else {
            assertThat(read).isEqualByComparingTo(frozen);
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable Long number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static BulletinEvent.Row row(String figure, Row row) {
        return new BulletinEvent.Row(
                figure,
                String.valueOf(text(row, 0)),
                text(row, 1),
                text(row, 2),
                text(row, 4),
                OffsetDateTime.parse(String.valueOf(text(row, 5))),
                moment(row, 6),
                moment(row, 7),
                List.of("否", "是").indexOf(text(row, 8)) == 1);
    }

    private static BulletinEvent.Row late(Row row) {
        return new BulletinEvent.Row(
                String.valueOf(text(row, 2)),
                String.valueOf(text(row, 4)),
                text(row, 5),
                text(row, 6),
                text(row, 8),
                OffsetDateTime.parse(String.valueOf(text(row, 9))),
                moment(row, 10),
                moment(row, 11),
                List.of("否", "是").indexOf(text(row, 12)) == 1,
                List.of("补录", "核减").indexOf(text(row, 1)) == 0 ? Late.ADDED : Late.REMOVED);
    }

    private static @Nullable OffsetDateTime moment(Row row, int column) {
        var text = text(row, column);
        return text == null ? null : OffsetDateTime.parse(text);
    }

    private static @Nullable String text(Row row, int column) {
        var cell = row.getCell(column);
        return cell == null ? null : cell.getStringCellValue();
    }

    private static @Nullable BigDecimal number(Row row, int column) {
        var cell = row.getCell(column);
        return cell == null || cell.getCellType() == CellType.BLANK
                ? null
                : BigDecimal.valueOf(cell.getNumericCellValue());
    }

    private static BigDecimal counted(Row row, int column) {
        return BigDecimal.valueOf(formulas.evaluate(row.getCell(column)).getNumberValue());
    }
}
