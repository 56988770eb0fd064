package cn.minyi5.notification.recipient;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.recipient.domain.Role;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.RefusedRow;
import cn.minyi5.web.sheet.SheetRow;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A list of recipients as CSV, checked row by row. */
record RecipientSheet(CheckedRows<Line> rows) {

    private static final List<String> COLUMNS =
            List.of("username", "name", "role", "department", "division", "team", "email");

    record Line(SheetRow row, Recipient recipient) {

        String username() {
            return recipient.username();
        }
    }

    /**
     * @param jurisdiction people elsewhere are refused
     * @throws Refusal {@code recipients.unreadable}, {@code recipients.columns-missing}
     */
    static RecipientSheet read(byte[] csv, DivisionCode jurisdiction) {
        var usernames = new HashSet<String>();
        return new RecipientSheet(CheckedRows.check(
                rows(csv),
                row -> {
                    var recipient = recipient(row);
                    if (!usernames.add(recipient.username())) {
                        throw refused("recipient.twice-in-list", "username", row);
                    }
                    if (!jurisdiction.contains(recipient.division())) {
                        throw refused("recipient.outside-jurisdiction", "division", row);
                    }
                    return new Line(row, recipient);
                },
                Line::row));
    }

    List<Recipient> recipients() {
        return rows.good().stream().map(Line::recipient).toList();
    }

    /** Everybody whose name is not among the written ones belongs to another jurisdiction. */
    CheckedRows<Recipient> outcome(Set<String> written) {
        var kept = rows.good().stream().filter(line -> written.contains(line.username()));
        var outside = rows.good().stream()
                .filter(line -> !written.contains(line.username()))
                .map(line -> new RefusedRow(line.row, refused("recipient.outside-jurisdiction", "division", line.row)));
        var refused = Stream.concat(rows.refused().stream(), outside)
                .sorted(Comparator.comparingInt(refusal -> refusal.row().number()));
        return new CheckedRows<>(kept.map(Line::recipient).toList(), refused.toList());
    }

    private static Refusal refused(String code, String column, SheetRow row) {
        return Refusal.invalid(code, column).with("value", row.cell("username"));
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

    private static List<SheetRow> rows(byte[] csv) {
        try {
            return CsvSheet.read(csv, COLUMNS);
        } catch (Refusal refusal) {
            if (!isColumnMissing(refusal)) {
                throw Refusal.invalid("recipients.unreadable", "body");
            }
            var missing = COLUMNS.stream().filter(column -> lacks(csv, column)).toList();
            throw Refusal.invalid("recipients.columns-missing", "header").with("columns", missing);
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
