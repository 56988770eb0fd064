package cn.minyi5.notification.document.office;

import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.EvidenceRow;
import cn.minyi5.notification.document.domain.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The rows behind one figure, in the order over which the hash was taken. Moments to the microsecond, as text. */
final class RowSheet {

    static final String COUNTED = "是";
    static final String NOT_COUNTED = "否";
    /** Where the department's code and the yes or no stand: the formulas count there. */
    static final char DEPARTMENT_COLUMN = 'C';

    static final char COUNTED_COLUMN = 'I';

    private static final List<String> COLUMNS = List.of("编号", "网格", "单位代码", "单位", "类别", "时间", "应在此前", "实际完成", "计入分子");
    private static final List<Integer> WIDTHS = List.of(40, 18, 14, 24, 8, 30, 30, 30, 10);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Shanghai"));

    private RowSheet() {}

    static String nameOf(Figure figure) {
        return "依据·" + figure.name();
    }

    static void write(Workbook workbook, Figure figure, Bulletin bulletin, Map<String, String> names) {
        var sheet = ExcelAnnexes.headed(workbook.newWorksheet(nameOf(figure)), COLUMNS, WIDTHS);
        var rows = bulletin.rowsBehind(figure.code()).iterator();
        for (int i = 1; rows.hasNext(); i++) {
            write(sheet, i, rows.next(), names);
        }
        finish(sheet);
    }

    private static void write(Worksheet sheet, int at, EvidenceRow row, Map<String, String> names) {
        var department = row.department();
        ExcelAnnexes.text(sheet, at, 0, row.subject());
        ExcelAnnexes.text(sheet, at, 1, row.gridCode());
        ExcelAnnexes.text(sheet, at, 2, department);
        ExcelAnnexes.text(sheet, at, 3, department == null ? null : names.get(department));
        ExcelAnnexes.text(sheet, at, 4, row.categoryCode());
        ExcelAnnexes.text(sheet, at, 5, moment(row.at()));
        ExcelAnnexes.text(sheet, at, 6, moment(row.dueAt()));
        ExcelAnnexes.text(sheet, at, 7, moment(row.stoppedAt()));
        ExcelAnnexes.text(sheet, at, 8, row.counted() ? COUNTED : NOT_COUNTED);
    }

    private static @Nullable String moment(@Nullable Instant moment) {
        return moment == null ? null : MOMENT.format(moment);
    }

    private static void finish(Worksheet sheet) {
        try {
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
