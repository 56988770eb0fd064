package cn.minyi5.notification.document.office;

import static java.util.stream.Collectors.toMap;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.BulletinEvent.DepartmentFigures;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.LateArrivals;
import cn.minyi5.notification.document.domain.PrintedFigures;
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
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of figures, a sheet of departments, for each figure a sheet of the rows behind it, and one of late arrivals.
 * The figures are counted again from the rows by formulas, so that whoever opens the file sees that they are right.
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

    private static final ExcelSheet LATE = new ExcelSheet(
            "以前月份补录",
            Stream.concat(Stream.of("月份", "补录或核减", "指标代码", "指标"), ROW_TITLES.stream())
                    .toList(),
            Stream.concat(Stream.of(12, 12, 24, 20), ROW_WIDTHS.stream()).toList());

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
                .write(
                        workbook,
                        issued.figures().stream().map(figure -> cells(figure, Recount.ofCounty(figure, bulletin))));
        county.value(issued.figures().size() + 2, 0, bulletin.isExcerpt() ? "全县依据数据 SHA-256" : "依据数据 SHA-256");
        county.value(issued.figures().size() + 2, 1, issued.rowsSha256());
        DEPARTMENTS.write(workbook, issued.departments().stream().flatMap(department -> department.figures().stream()
                .map(figure -> ofDepartment(department, figure, bulletin))));
    }

    private static List<@Nullable Object> ofDepartment(DepartmentFigures department, Figure figure, Bulletin bulletin) {
        var cells = new ArrayList<@Nullable Object>(List.of(department.department(), department.name()));
        cells.addAll(cells(figure, Recount.ofDepartment(figure, department.department(), bulletin)));
        return cells;
    }

    private static List<@Nullable Object> cells(Figure figure, Recount recount) {
        return Arrays.asList(
                figure.code(),
                PrintedFigures.name(figure.code()),
                PrintedFigures.isRate(figure) ? new Rate(figure.value()) : figure.value(),
                figure.numerator(),
                figure.denominator(),
                recount.counted(),
                recount.all());
    }

    /** In the order over which the hash was taken. */
    private static void writeRows(Workbook workbook, Bulletin bulletin) throws IOException {
        var names = bulletin.issued().departments().stream()
                .collect(toMap(DepartmentFigures::department, DepartmentFigures::name, (a, b) -> a));
        for (var figure : bulletin.issued().figures()) {
            if (!bulletin.isOfTwoCounts(figure.code())) {
                var rows = bulletin.rowsBehind(figure.code()).map(row -> cells(row, names));
                new ExcelSheet(Recount.sheetOf(figure.code()), ROW_TITLES, ROW_WIDTHS)
                        .write(workbook, rows)
                        .finish();
            }
        }
        var late = bulletin.lateArrivals().rows().stream().map(row -> {
            var cells = new ArrayList<@Nullable Object>(List.of(
                    LateArrivals.printedMonthOf(row),
                    LateArrivals.printed(row),
                    row.figure(),
                    PrintedFigures.name(row.figure())));
            cells.addAll(cells(row, names));
            return (List<@Nullable Object>) cells;
        });
        LATE.write(workbook, late).finish();
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
                row.counted() ? Recount.COUNTED : NOT_COUNTED);
    }

    private static @Nullable String moment(@Nullable OffsetDateTime moment) {
        return moment == null ? null : MOMENT.format(moment);
    }
}
