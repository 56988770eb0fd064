package cn.minyi5.notification.document.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.notification.document.SampleBulletin;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.BulletinPaper;
import cn.minyi5.notification.document.domain.PrintedFigures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;

/** The paper, read back from the file as an office program reads it. */
class WordPaperTest {

    private static final double TWIPS_A_MM = 1440 / 25.4;
    private static final Bulletin BULLETIN = SampleBulletin.of(new UUID(0, 5), 18);

    private static XWPFDocument word;

    @BeforeAll
    static void print() throws IOException {
        var file = WordPaper.print(BulletinPaper.of(BULLETIN, SampleBulletin.LETTERHEAD));
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve("bulletin.docx"), file);
        word = new XWPFDocument(new ByteArrayInputStream(file));
    }

    @Test
    void thePaperIsA4WithMarginsOf37And35And28And26Millimetres() {
        var size = section().getPgSz();
        var margins = section().getPgMar();

        assertThat(millimetres(size.getW())).isCloseTo(210, within(0.1));
        assertThat(millimetres(size.getH())).isCloseTo(297, within(0.1));
        assertThat(millimetres(margins.getTop())).isCloseTo(37, within(0.1));
        assertThat(millimetres(margins.getBottom())).isCloseTo(35, within(0.1));
        assertThat(millimetres(margins.getLeft())).isCloseTo(28, within(0.1));
        assertThat(millimetres(margins.getRight())).isCloseTo(26, within(0.1));
    }

    @Test
    void aPageHas22LinesOf28Characters() {
        var grid = section().getDocGrid();
        var height = 297 - 37 - 35;
        var width = (210 - 28 - 26) / 25.4 * 72;
        var normal = word.getStyles().getStyle("Normal").getCTStyle().getRPr();
        var closer = ((Number) normal.getSpacingArray(0).getVal()).doubleValue() / 20;

        assertThat(grid.getType()).isEqualTo(STDocGrid.LINES);
        assertThat((int) (height / millimetres(grid.getLinePitch()))).isEqualTo(22);
        assertThat((int) (width / (16 + closer))).isEqualTo(28);
    }

    @Test
    void theFontsAreThoseOfTheStandardAndHaveNamedAlternatives() throws IOException {
        assertThat(font("Head")).isEqualTo("方正小标宋简体 40.0 FF0000");
        assertThat(font("PaperTitle")).isEqualTo("方正小标宋简体 22.0 null");
        assertThat(font("Body")).isEqualTo("仿宋_GB2312 16.0 null");
        assertThat(font("Heading1")).isEqualTo("黑体 16.0 null");
        assertThat(font("PageNumber")).isEqualTo("宋体 14.0 null");
        assertThat(part("/word/fontTable.xml")).contains("w:name=\"仿宋_GB2312\"><w:altName w:val=\"仿宋\"");
    }

    @Test
    void theHeadIsNumberedTitledAndAddressed() {
        assertThat(texts("Head")).containsExactly("民意“5”来听工作通报");
        assertThat(texts("Number")).containsExactly("2021年第18期（总第18期）");
        assertThat(texts("PaperTitle")).containsExactly("关于2021年9月民意“5”来听\n工作情况的通报");
        assertThat(texts("Addressees")).containsExactly("各镇街，县直有关部门、单位：");
        assertThat(texts("Heading1")).containsExactly("一、受理情况", "二、办理情况", "三、回访情况", "四、各单位情况", "五、以前月份补录情况");
    }

    @Test
    void itIsSignedAndDatedWithTheDateTwoCharactersToTheRight() {
        assertThat(texts("Signature")).containsExactly("县督查室", "2021年10月8日");
        assertThat(texts("Annexes")).containsExactly("附件：2021年9月通报依据数据表");
        assertThat(texts("Imprint")).containsExactly("抄送：县民意“5”来听工作专班。", "县督查室\t2021年10月8日印发");
    }

    @Test
    void everyPageIsNumberedOutsideAndCarriesTheHashOfTheRows() {
        var odd = word.getFooterArray(0);
        var even = word.getFooterArray(1);

        assertThat(word.getEvenAndOddHeadings()).isTrue();
        assertThat(odd.getParagraphs().get(0).getAlignment()).isEqualTo(ParagraphAlignment.RIGHT);
        assertThat(even.getParagraphs().get(0).getAlignment()).isEqualTo(ParagraphAlignment.LEFT);
        assertThat(List.of(odd, even)).allSatisfy(footer -> {
            assertThat(footer.getParagraphs()
                            .get(0)
                            .getCTP()
                            .getFldSimpleArray(0)
                            .getInstr())
                    .isEqualTo("PAGE");
            assertThat(footer.getText()).contains(BULLETIN.issued().rowsSha256());
        });
    }

    @Test
    void everyFigureOfTheCountyStandsInTheFirstTable() {
        var rows = word.getTables().get(0).getRows();

        assertThat(rows).hasSize(BULLETIN.issued().figures().size() + 1);
        for (int i = 0; i < BULLETIN.issued().figures().size(); i++) {
            var figure = BULLETIN.issued().figures().get(i);
            assertThat(cells(rows.get(i + 1)))
                    .containsExactly(
                            PrintedFigures.name(figure.code()),
                            PrintedFigures.shown(figure),
                            Objects.toString(figure.numerator(), ""),
                            Objects.toString(figure.denominator(), ""));
        }
    }

    @Test
    void everyRateOfEveryDepartmentStandsInTheSecondTableAndEveryCountInTheThird() {
        assertDepartments(word.getTables().get(1), PrintedFigures::isRate);
        assertDepartments(word.getTables().get(2), figure -> !PrintedFigures.isRate(figure));
    }

    private static void assertDepartments(XWPFTable table, Predicate<Figure> which) {
        var rows = table.getRows();
        assertThat(rows).hasSize(BULLETIN.issued().departments().size() + 1);
        for (int i = 0; i < BULLETIN.issued().departments().size(); i++) {
            var department = BULLETIN.issued().departments().get(i);
            assertThat(cells(rows.get(i + 1)).get(0)).isEqualTo(department.name());
            assertThat(cells(rows.get(i + 1)).stream().skip(1))
                    .containsExactlyElementsOf(department.figures().stream()
                            .filter(which)
                            .map(PrintedFigures::shown)
                            .toList());
        }
    }

    @Test
    void lateArrivalsOfEarlierMonthsStandInTheLastTable() {
        var table = word.getTables().get(3);

        assertThat(table.getRows().stream().map(WordPaperTest::cells))
                .containsExactly(
                        List.of("月份", "指标", "补录", "其中计入", "核减", "其中计入"),
                        List.of("2021年8月", "收集诉求", "1", "1", "0", "0"),
                        List.of("2021年8月", "按时签收率", "1", "0", "1", "1"));
    }

    @Test
    void tablesAreAsWideAsTheTextAndRepeatTheirHead() {
        assertThat(word.getTables()).allSatisfy(table -> {
            assertThat(width(table)).isCloseTo(WordPaper.TEXT_WIDTH, within(10L));
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
        });
    }

    @Test
    void theCountsStandInTheText() {
        var text = String.join("", texts("Body"));

        assertThat(text)
                .contains("本月共收集民意诉求562件，其中现场解决544件，现场解决率96.80%；转交部门办理18件。")
                .contains("到期应签收40件次")
                .contains("派单40件，退单4件，退单率10.00%；同意退单4件次；驳回退单0件次。");
    }

    private static CTSectPr section() {
        return word.getDocument().getBody().getSectPr();
    }

    private static double millimetres(Object twips) {
        return ((Number) twips).doubleValue() / TWIPS_A_MM;
    }

    private static String font(String styleId) {
        var run = word.getStyles().getStyle(styleId).getCTStyle().getRPr();
        var halfPoints = ((Number) run.getSzArray(0).getVal()).doubleValue();
        var color = run.sizeOfColorArray() == 0
                ? null
                : run.getColorArray(0).xgetVal().getStringValue();
        return run.getRFontsArray(0).getEastAsia() + " " + halfPoints / 2 + " " + color;
    }

    private static String part(String name) throws IOException {
        var parts = word.getPackage().getPartsByName(java.util.regex.Pattern.compile(name));
        try (var in = parts.get(0).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> texts(String style) {
        return word.getParagraphs().stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private static List<String> cells(XWPFTableRow row) {
        return row.getTableCells().stream().map(cell -> cell.getText()).toList();
    }

    private static long width(XWPFTable table) {
        return table.getCTTbl().getTblGrid().getGridColList().stream()
                .mapToLong(column -> ((Number) column.getW()).longValue())
                .sum();
    }
}
