package cn.minyi5.notification.document.office;

import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.DepartmentFigures;
import cn.minyi5.notification.document.domain.Figure;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** 全县指标 and 各单位指标: as frozen, and beside it as the rows say. */
final class FigureSheets {

    private static final List<String> COUNTY = List.of("指标代码", "指标", "数值", "分子", "分母", "按行复算：计入", "按行复算：全部");
    private static final List<Integer> COUNTY_WIDTHS = List.of(24, 20, 12, 12, 12, 18, 18);
    private static final List<String> DEPARTMENTS =
            List.of("单位代码", "单位", "指标代码", "指标", "数值", "分子", "分母", "按行复算：计入", "按行复算：全部");
    private static final List<Integer> DEPARTMENTS_WIDTHS = List.of(14, 24, 24, 20, 12, 12, 12, 18, 18);

    private FigureSheets() {}

    static void write(Workbook workbook, Bulletin bulletin) {
        county(workbook, bulletin);
        departments(workbook, bulletin);
    }

    private static void county(Workbook workbook, Bulletin bulletin) {
        var sheet = ExcelAnnexes.headed(workbook.newWorksheet("全县指标"), COUNTY, COUNTY_WIDTHS);
        int row = 1;
        for (var figure : bulletin.figures()) {
            figure(sheet, row, 0, figure);
            var rows = "'" + RowSheet.nameOf(figure) + "'!";
            sheet.formula(
                    row, 5, "COUNTIF(%s,\"%s\")".formatted(column(rows, RowSheet.COUNTED_COLUMN), RowSheet.COUNTED));
            sheet.formula(row, 6, "COUNTA(%s)-1".formatted(column(rows, RowSheet.COUNTED_COLUMN)));
            row++;
        }
        ExcelAnnexes.text(sheet, row + 1, 0, "依据数据 SHA-256");
        ExcelAnnexes.text(sheet, row + 1, 1, bulletin.rowsSha256());
    }

    private static void departments(Workbook workbook, Bulletin bulletin) {
        var sheet = ExcelAnnexes.headed(workbook.newWorksheet("各单位指标"), DEPARTMENTS, DEPARTMENTS_WIDTHS);
        var withRows =
                bulletin.figures().stream().collect(Collectors.toMap(Figure::code, Function.identity(), (a, b) -> a));
        int row = 1;
        for (var department : bulletin.departments()) {
            for (var figure : department.figures()) {
                ExcelAnnexes.text(sheet, row, 0, department.code());
                ExcelAnnexes.text(sheet, row, 1, department.name());
                figure(sheet, row, 2, figure);
                recount(sheet, row, department, withRows.get(figure.code()));
                row++;
            }
        }
    }

    private static void recount(Worksheet sheet, int row, DepartmentFigures department, @Nullable Figure figure) {
        if (figure == null) {
            return;
        }
        var rows = "'" + RowSheet.nameOf(figure) + "'!";
        var ours = column(rows, RowSheet.DEPARTMENT_COLUMN) + ",\"" + department.code() + "\"";
        sheet.formula(
                row,
                7,
                "COUNTIFS(%s,%s,\"%s\")".formatted(ours, column(rows, RowSheet.COUNTED_COLUMN), RowSheet.COUNTED));
        sheet.formula(row, 8, "COUNTIF(%s)".formatted(ours));
    }

    private static void figure(Worksheet sheet, int row, int column, Figure figure) {
        sheet.value(row, column, figure.code());
        sheet.value(row, column + 1, figure.name());
        number(sheet, row, column + 2, figure.value());
        if (figure.isRate()) {
            sheet.style(row, column + 2).format("0.00%").set();
        }
        number(sheet, row, column + 3, figure.numerator());
        number(sheet, row, column + 4, figure.denominator());
    }

    private static void number(Worksheet sheet, int row, int column, @Nullable Number value) {
        if (value != null) {
            sheet.value(row, column, value);
        }
    }

    private static String column(String sheet, char letter) {
        return sheet + "$" + letter + ":$" + letter;
    }
}
