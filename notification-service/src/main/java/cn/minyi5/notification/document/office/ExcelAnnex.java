package cn.minyi5.notification.document.office;

import static java.util.stream.Collectors.toMap;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.BulletinEvent.DepartmentFigures;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.PrintedFigures;
import cn.minyi5.notification.document.office.ExcelSheet.Formula;
import cn.minyi5.notification.document.office.ExcelSheet.Rate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of figures, a sheet of departments, and for each figure a sheet of the rows behind it. The figures are counted
 * again from the rows by formulas, so that whoever opens the file sees that they are right.
 */
public final class ExcelAnnex {

    private static final String COUNTY = "全县指标";
    private static final String EXCERPT = "本单位（本地）指标";
    private static final List<String> FIGURE_TITLES = List.of("指标代码", "指标", "数值", "分子", "分母", "按行复算：计入", "按行复算：全部");
    private static final List<Integer> FIGURE_WIDTHS = List.of(24, 20, 12, 12, 12, 18, 18);
    private static final ExcelSheet DEPARTMENTS = new ExcelSheet(
            "各单位指标",
            List.of("单位代码", "单位", "指标代码", "指标", "数值", "分子", "分母", "按行复算：计入", "按行复算：全部"),
            List.of(14, 24, 24, 20, 12, 12, 12, 18, 18));
    private static final List<String> ROW_TITLES =
            List.of("编号", "网格", "单位代码", "单位", "类别", "时间", "应在此前", "实际完成", "计入分子");
    private static final List<Integer> ROW_WIDTHS = List.of(40, 18, 14, 24, 8, 30, 30, 30, 10);

    /** Where a sheet of rows has the department's code and the yes or no: the formulas count there. */
    private static final char DEPARTMENT_COLUMN = 'C';

    private static final char COUNTED_COLUMN = 'I';
    private static final String COUNTED = "是";
    private static final String NOT_COUNTED = "否";

    /** To the microsecond. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(CountyTime.ZONE);

    private ExcelAnnex() {}

    /** Takes its time: not for an event loop. */
    public static byte[] print(Bulletin bulletin) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "minyi5", "1.0")) {
            writeFigures(workbook, bulletin);
            writeRows(workbook, bulletin);
        } catch (IOException e) {
            throw new UncheckedIOException("an annex cannot be written", e);
        }
        return out.toByteArray();
    }

    private static void writeFigures(Workbook workbook, Bulletin bulletin) {
        var issued = bulletin.issued();
        var title = bulletin.isExcerpt() ? EXCERPT : COUNTY;
        var county = new ExcelSheet(title, FIGURE_TITLES, FIGURE_WIDTHS)
                .write(workbook, issued.figures().stream().map(ExcelAnnex::ofCounty));
        county.value(issued.figures().size() + 2, 0, bulletin.isExcerpt() ? "全县依据数据 SHA-256" : "依据数据 SHA-256");
        county.value(issued.figures().size() + 2, 1, issued.rowsSha256());
        DEPARTMENTS.write(workbook, issued.departments().stream().flatMap(department -> department.figures().stream()
                .map(figure -> ofDepartment(department, figure, bulletin))));
    }

    private static List<@Nullable Object> ofCounty(Figure figure) {
        var counted = column(figure, COUNTED_COLUMN);
        return figure(
                figure,
                new Formula("COUNTIF(%s,\"%s\")".formatted(counted, COUNTED)),
                new Formula("COUNTA(%s)-1".formatted(counted)));
    }

    /** Without formulas where there is no sheet of rows. */
    private static List<@Nullable Object> ofDepartment(DepartmentFigures department, Figure figure, Bulletin bulletin) {
        var ours = "%s,\"%s\"".formatted(column(figure, DEPARTMENT_COLUMN), department.department());
        var counted = "COUNTIFS(%s,%s,\"%s\")".formatted(ours, column(figure, COUNTED_COLUMN), COUNTED);
        var hasRows = bulletin.figure(figure.code()).isPresent();
        var cells = new ArrayList<@Nullable Object>(List.of(department.department(), department.name()));
        cells.addAll(figure(
                figure,
                hasRows ? new Formula(counted) : null,
                hasRows ? new Formula("COUNTIF(%s)".formatted(ours)) : null));
        return cells;
    }

    private static List<@Nullable Object> figure(
            Figure figure, @Nullable Formula countedAgain, @Nullable Formula allAgain) {
        return Arrays.asList(
                figure.code(),
                PrintedFigures.name(figure.code()),
                PrintedFigures.isRate(figure) ? new Rate(figure.value()) : figure.value(),
                figure.numerator(),
                figure.denominator(),
                countedAgain,
                allAgain);
    }

    private static String column(Figure figure, char letter) {
        return "'%s'!$%c:$%c".formatted(sheetOf(figure), letter, letter);
    }

    static String sheetOf(Figure figure) {
        return "依据·" + PrintedFigures.name(figure.code());
    }

    /** In the order over which the hash was taken. */
    private static void writeRows(Workbook workbook, Bulletin bulletin) throws IOException {
        var names = bulletin.issued().departments().stream()
                .collect(toMap(DepartmentFigures::department, DepartmentFigures::name, (a, b) -> a));
        for (var figure : bulletin.issued().figures()) {
            var rows = bulletin.rowsBehind(figure.code()).map(row -> cells(row, names));
            new ExcelSheet(sheetOf(figure), ROW_TITLES, ROW_WIDTHS)
                    .write(workbook, rows)
                    .finish();
        }
    }

    private static List<@Nullable Object> cells(BulletinEvent.Row row, Map<String, String> names) {
        return Arrays.asList(
                row.subject(),
                row.gridCode(),
                row.department(),
                names.get(row.department()),
                row.categoryCode(),
                moment(row.at()),
                moment(row.dueAt()),
                moment(row.stoppedAt()),
                row.counted() ? COUNTED : NOT_COUNTED);
    }

    private static @Nullable String moment(@Nullable OffsetDateTime moment) {
        return moment == null ? null : MOMENT.format(moment);
    }
}
