package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import cn.minyi5.web.sheet.XlsxSheet;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 清单表. The rules of a version as rows of a sheet, in and out: what is written is read back as the same rules.
 *
 * @param departments known around the jurisdiction
 * @param jurisdiction of the administrator who brings it
 */
public record RuleSheet(List<Department> departments, DivisionCode jurisdiction) {

    /** Those that must be there; sheets from before there were conditions have no others. */
    private static final List<String> COLUMNS =
            List.of("category_prefix", "division_prefix", "lead", "assisting", "clause");

    private static final List<String> ALL_COLUMNS = Stream.concat(
                    COLUMNS.stream(), Stream.of("urgency", "confidential", "policy"))
            .toList();

    /** A county has some hundred; that many still fit, by their scopes, into the one event that tells of them. */
    private static final int MOST_RULES = 5_000;

    private static final String ANY = "ANY";

    private enum YesOrNo {
        YES,
        NO
    }

    /** Blocks on the CPU. */
    public static List<SheetRow> read(byte[] file, boolean isXlsx) {
        if (!isXlsx) {
            return CsvSheet.read(file, COLUMNS);
        }
        var table = XlsxSheet.read(file, null);
        COLUMNS.stream()
                .filter(column -> !table.headers().contains(column))
                .findFirst()
                .ifPresent(missing -> {
                    throw Refusal.invalid("csv.column-missing", missing).with("columns", String.join(",", COLUMNS));
                });
        return table.rows();
    }

    /** The header first. */
    public static Stream<List<String>> write(List<Responsibility> rules) {
        return Stream.concat(Stream.of(ALL_COLUMNS), rules.stream().map(RuleSheet::cells));
    }

    private static List<String> cells(Responsibility rule) {
        return List.of(
                rule.categoryPrefix(),
                rule.divisionPrefix(),
                rule.lead(),
                String.join("|", rule.assisting()),
                rule.clause(),
                rule.urgency() == null ? "" : rule.urgency().name(),
                rule.confidential() == null ? "" : (rule.confidential() ? YesOrNo.YES : YesOrNo.NO).name(),
                Objects.requireNonNullElse(rule.policy(), ""));
    }

    /** All of them, or none. */
    List<Responsibility> rules(List<SheetRow> rows, Locale language) {
        if (rows.isEmpty()) {
            throw Refusal.invalid("catalogue.without-rules", "body");
        }
        if (rows.size() > MOST_RULES) {
            throw Refusal.invalid("catalogue.too-many-rules", "body").with("most", MOST_RULES);
        }
        var checked = CheckedRows.check(rows, this::rule, Responsibility::row);
        if (!checked.refused().isEmpty()) {
            throw Refusal.invalid("catalogue.rows-refused", "body")
                    .with("count", checked.refused().size())
                    .with("refused", CheckedRowsView.of(checked, language).refused());
        }
        return checked.good();
    }

    /** An administrator says who answers inside the own prefix alone; no prefix is all of it. */
    private Responsibility rule(SheetRow row) {
        var place = row.cell("division_prefix");
        if (!place.isEmpty() && !place.startsWith(jurisdiction.value())) {
            throw Refusal.invalid("rule.outside-jurisdiction", "division_prefix")
                    .with("value", place)
                    .with("jurisdiction", jurisdiction.value());
        }
        var lead = row.cell("lead");
        var assisting = Stream.of(row.cell("assisting").split("\\|"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
        requireKnown(lead, "lead", place);
        assisting.forEach(code -> requireKnown(code, "assisting", place));
        return new Responsibility(
                UuidCreator.getTimeOrderedEpoch(),
                row.number(),
                row.cell("category_prefix"),
                place,
                lead,
                assisting,
                row.cell("clause"),
                urgency(row),
                confidential(row),
                row.optional("policy"));
    }

    private static @Nullable Urgency urgency(SheetRow row) {
        return isAny(row, "urgency") ? null : row.oneOf("urgency", Urgency.class);
    }

    private static @Nullable Boolean confidential(SheetRow row) {
        return isAny(row, "confidential") ? null : row.oneOf("confidential", YesOrNo.class) == YesOrNo.YES;
    }

    private static boolean isAny(SheetRow row, String column) {
        return row.optional(column) == null || row.cell(column).equals(ANY);
    }

    private void requireKnown(String code, String field, String place) {
        if (!code.isEmpty() && !isKnown(code, place)) {
            throw Refusal.invalid("department.unknown", field).with("value", code);
        }
    }

    /** A rule for a city may name what each of its counties calls by one code. @param place empty for all there is */
    boolean isKnown(String code, String place) {
        var around = place.isEmpty() ? jurisdiction.value() : place;
        return code.equals(Responsibility.TOWNSHIP)
                || departments.stream()
                        .filter(department -> department.code().equals(code))
                        .map(Department::division)
                        .anyMatch(division -> around.startsWith(division) || division.startsWith(around));
    }
}
