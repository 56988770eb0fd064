package cn.minyi5.intake.grid;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.grid.domain.Division;
import cn.minyi5.intake.grid.domain.DivisionLevel;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The divisions that are known. */
@ApplicationScoped
public class Divisions {

    public static final List<String> COLUMNS = List.of("code", "name", "parent_code", "level");

    private static final int LONGEST_NAME = 100;

    /** By hand: a file has any number of codes, which travel as one array. */
    private static final String KNOWN = "select code from division where code = any ($1)";

    private final Transactions transactions;
    private final Sql sql;

    Divisions(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * Takes a file of divisions: good rows in, bad rows back; the same file again changes nothing.
     *
     * @param jurisdiction of who brings the file: its own places, those below, and those above it are taken
     */
    public Uni<CheckedRows<Division>> load(List<SheetRow> rows, DivisionCode jurisdiction) {
        var parents = rows.stream().map(row -> row.cell("parent_code")).toList();
        var topDown = rows.stream()
                .sorted(Comparator.comparingInt(row -> row.cell("code").length()))
                .toList();
        return transactions.run(now -> known(parents)
                .map(known -> check(topDown, known, jurisdiction))
                .call(checked -> transactions
                        .session()
                        .upsertMultiple(
                                checked.good().stream().map(DivisionRow::of).toList())));
    }

    /** Those of the codes that are known; may be added to. */
    Uni<Set<String>> known(Collection<String> codes) {
        return sql.list(Known.class, KNOWN, codes)
                .map(found -> found.stream().map(Known::code).collect(Collectors.toSet()));
    }

    record Known(String code) {}

    /** Parents come first, so that they are known when their children are read. */
    private static CheckedRows<Division> check(List<SheetRow> topDown, Set<String> known, DivisionCode jurisdiction) {
        return CheckedRows.check(
                topDown,
                row -> {
                    var division = read(row);
                    refuseUnlessNear(division, jurisdiction);
                    refuseWithoutParent(division, known);
                    known.add(division.code().value());
                    return division;
                },
                Division::code);
    }

    private static Division read(SheetRow row) {
        return new Division(
                row.as("code", DivisionCode::new),
                row.required("name", LONGEST_NAME),
                row.optional("parent_code") == null ? null : row.as("parent_code", DivisionCode::new),
                row.oneOf("level", DivisionLevel.class));
    }

    private static void refuseUnlessNear(Division division, DivisionCode jurisdiction) {
        if (!jurisdiction.contains(division.code()) && !division.code().contains(jurisdiction)) {
            throw Refusal.invalid("division.outside-jurisdiction", "code").with("jurisdiction", jurisdiction.value());
        }
    }

    private static void refuseWithoutParent(Division division, Set<String> known) {
        if (division.parent() != null && !known.contains(division.parent().value())) {
            throw Refusal.invalid("division.parent-unknown", "parent_code");
        }
    }
}
