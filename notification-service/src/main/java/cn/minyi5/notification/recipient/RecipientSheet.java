package cn.minyi5.notification.recipient;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.recipient.domain.Role;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/** A list of recipients as CSV, checked row by row. */
record RecipientSheet(List<SheetRow> rows) {

    private static final List<String> COLUMNS =
            List.of("username", "name", "role", "department", "division", "team", "email");

    static RecipientSheet read(InputStream csv) {
        try {
            return new RecipientSheet(CsvSheet.read(csv, COLUMNS, RecipientSheet::lacking));
        } catch (Refusal refusal) {
            throw refusal.code().equals("csv.unreadable") ? Refusal.invalid("recipients.unreadable", "body") : refusal;
        }
    }

    private static Refusal lacking(List<String> columns) {
        return Refusal.invalid("recipients.columns-missing", "header").with("columns", columns);
    }

    /** @param inside whose division and user name lie in the jurisdiction: people elsewhere are refused */
    CheckedRows<Recipient> check(Predicate<Recipient> inside) {
        var usernames = new HashSet<String>();
        return CheckedRows.check(
                rows,
                row -> {
                    var recipient = recipient(row);
                    if (!usernames.add(recipient.username())) {
                        throw refused("recipient.twice-in-list", "username", row);
                    }
                    if (!inside.test(recipient)) {
                        throw refused("recipient.outside-jurisdiction", "division", row);
                    }
                    return recipient;
                },
                Recipient::username);
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
}
