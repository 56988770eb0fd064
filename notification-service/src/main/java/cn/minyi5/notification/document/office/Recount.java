package cn.minyi5.notification.document.office;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.PrintedFigures;
import cn.minyi5.notification.document.office.ExcelSheet.Formula;
import org.jspecify.annotations.Nullable;

/**
 * 按行复算. Formulas that count a figure again from the sheets of rows: what is in the numerator, and all; nothing where
 * there is no sheet.
 */
record Recount(@Nullable Formula counted, @Nullable Formula all) {

    static final String COUNTED = "是";

    /** Where a sheet of rows has the department's code and the yes or no. */
    private static final char DEPARTMENT_COLUMN = 'C';

    private static final char COUNTED_COLUMN = 'I';

    static Recount ofCounty(Figure figure, Bulletin bulletin) {
        var code = figure.code();
        if (bulletin.isOfTwoCounts(code)) {
            return new Recount(countedIn(Bulletin.RETURNED), countedIn(Bulletin.DISPATCHED));
        }
        var all = Bulletin.ONCE.contains(code)
                ? countedIn(code)
                : new Formula("COUNTA(%s)-1".formatted(column(code, COUNTED_COLUMN)));
        return new Recount(countedIn(code), all);
    }

    static Recount ofDepartment(Figure figure, String department, Bulletin bulletin) {
        var code = figure.code();
        if (bulletin.figure(code).isEmpty()) {
            return new Recount(null, null);
        }
        if (bulletin.isOfTwoCounts(code)) {
            return new Recount(of(department, Bulletin.RETURNED), of(department, Bulletin.DISPATCHED));
        }
        var all = of(department, code);
        return new Recount(Bulletin.ONCE.contains(code) ? all : countedOf(department, code), all);
    }

    static String sheetOf(String code) {
        return "依据·" + PrintedFigures.name(code);
    }

    private static Formula countedIn(String code) {
        return new Formula("COUNTIF(%s,\"%s\")".formatted(column(code, COUNTED_COLUMN), COUNTED));
    }

    private static Formula of(String department, String code) {
        return new Formula("COUNTIF(%s,\"%s\")".formatted(column(code, DEPARTMENT_COLUMN), department));
    }

    private static Formula countedOf(String department, String code) {
        return new Formula("COUNTIFS(%s,\"%s\",%s,\"%s\")"
                .formatted(column(code, DEPARTMENT_COLUMN), department, column(code, COUNTED_COLUMN), COUNTED));
    }

    private static String column(String code, char letter) {
        return "'%s'!$%c:$%c".formatted(sheetOf(code), letter, letter);
    }
}
