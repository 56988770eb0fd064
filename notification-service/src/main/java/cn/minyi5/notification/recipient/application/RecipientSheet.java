package cn.minyi5.notification.recipient.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.recipient.domain.Role;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A list of recipients as CSV, checked row by row. */
final class RecipientSheet {

    private static final List<String> COLUMNS =
            List.of("username", "name", "role", "department", "division", "team", "email");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    /** Spreadsheet programs put it first. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<Integer, Recipient> good = new LinkedHashMap<>();
    private final Set<String> usernames = new HashSet<>();
    private final List<RefusedRow> refused = new ArrayList<>();

    private RecipientSheet() {}

    /** @throws Refusal {@code recipients.unreadable}, {@code recipients.columns-missing} */
    static RecipientSheet read(String csv) {
        var sheet = new RecipientSheet();
        var text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        try (var rows = FORMAT.parse(new StringReader(text))) {
            var missing = COLUMNS.stream()
                    .filter(column -> !rows.getHeaderMap().containsKey(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw Refusal.invalid("recipients.columns-missing", "header").with("columns", missing);
            }
            rows.forEach(sheet::add);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw Refusal.invalid("recipients.unreadable", "body");
        }
        return sheet;
    }

    /** By row. */
    Map<Integer, Recipient> good() {
        return good;
    }

    List<RefusedRow> refused() {
        return refused;
    }

    private void add(CSVRecord row) {
        var number = (int) row.getRecordNumber() + 1;
        try {
            var recipient = recipient(row);
            if (!usernames.add(recipient.username())) {
                throw Refusal.invalid("recipient.twice-in-list", "username").with("value", recipient.username());
            }
            good.put(number, recipient);
        } catch (Refusal refusal) {
            refused.add(new RefusedRow(number, refusal));
        }
    }

    private static Recipient recipient(CSVRecord row) {
        return new Recipient(
                value(row, "username"),
                value(row, "name"),
                Role.named(value(row, "role")),
                optional(row, "department"),
                division(value(row, "division")),
                optional(row, "team"),
                optional(row, "email"));
    }

    private static @Nullable String optional(CSVRecord row, String column) {
        var value = value(row, column);
        return value.isBlank() ? null : value;
    }

    private static DivisionCode division(String code) {
        try {
            return new DivisionCode(code);
        } catch (Refusal refusal) {
            throw refusal.at("division");
        }
    }

    /** A short row has nothing in its last columns. */
    private static String value(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }
}
