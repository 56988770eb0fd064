package cn.minyi5.notification.recipient;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.recipient.domain.Role;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.RefusedRow;
import cn.minyi5.web.sheet.SheetRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A list of recipients as CSV, checked row by row. */
record RecipientSheet(CheckedRows<Line> rows) {

    private static final List<String> COLUMNS =
            List.of("username", "name", "role", "department", "division", "team", "email");

    record Line(SheetRow row, Recipient recipient) {

        String username() {
            return recipient.username();
        }
    }

    /** @throws Refusal {@code recipients.unreadable}, {@code recipients.columns-missing} */
    static RecipientSheet read(byte[] csv) {
        try {
            return new RecipientSheet(CheckedRows.check(
                    CsvSheet.read(csv, COLUMNS), row -> new Line(row, recipient(row)), Line::username));
        } catch (Refusal refusal) {
            if (!isColumnMissing(refusal)) {
                throw Refusal.invalid("recipients.unreadable", "body");
            }
            var missing = COLUMNS.stream().filter(column -> lacks(csv, column)).toList();
            throw Refusal.invalid("recipients.columns-missing", "header").with("columns", missing);
        }
    }

    List<Recipient> recipientsIn(DivisionCode jurisdiction) {
        return rows.good().stream()
                .map(Line::recipient)
                .filter(recipient -> jurisdiction.contains(recipient.division()))
                .toList();
    }

    /** Everybody whose name is not among the written ones belongs to another jurisdiction. */
    CheckedRows<Recipient> outcome(Set<String> written) {
        var refused = new ArrayList<RefusedRow>();
        rows.refused().forEach(row -> refused.add(named(row)));
        rows.good().stream()
                .filter(line -> !written.contains(line.username()))
                .map(line -> refused("recipient.outside-jurisdiction", "division", line.row()))
                .forEach(refused::add);
        refused.sort(Comparator.comparingInt(row -> row.row().number()));
        var kept = rows.good().stream()
                .filter(line -> written.contains(line.username()))
                .map(Line::recipient)
                .toList();
        return new CheckedRows<>(kept, refused);
    }

    /** A row that is there twice is a user name that is there twice. */
    private static RefusedRow named(RefusedRow row) {
        return row.why().code().equals("csv.row-twice")
                ? refused("recipient.twice-in-list", "username", row.row())
                : row;
    }

    private static RefusedRow refused(String code, String column, SheetRow row) {
        return new RefusedRow(row, Refusal.invalid(code, column).with("value", row.cell("username")));
    }

    private static Recipient recipient(SheetRow row) {
        return new Recipient(
                row.cell("username"),
                row.cell("name"),
                Role.named(row.cell("role")),
                row.optional("department"),
                division(row.cell("division")),
                row.optional("team"),
                row.optional("email"));
    }

    private static DivisionCode division(String code) {
        try {
            return new DivisionCode(code);
        } catch (Refusal refusal) {
            throw refusal.at("division");
        }
    }

    private static boolean lacks(byte[] csv, String column) {
        try {
            CsvSheet.read(csv, List.of(column));
            return false;
        } catch (Refusal refusal) {
            return isColumnMissing(refusal);
        }
    }

    private static boolean isColumnMissing(Refusal refusal) {
        return refusal.code().equals("csv.column-missing");
    }
}
