package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * 部门. All departments, townships acting as such included. A code is found from a place: it means the department of a
 * division in which the place lies, and no code is given twice along such a line of divisions.
 */
@ApplicationScoped
public class Departments {

    private static final Pattern TOWNSHIP = Pattern.compile("\\d{9}");

    /** Those of divisions in which the place lies, and of divisions that lie in it. */
    private static final String AROUND =
            " (:place like concat(key.division, '%') or key.division like concat(:place, '%'))";

    private static final String OF_OTHERS =
            "select key.code from DepartmentRow where key.code in :codes and key.division <> :place and" + AROUND;

    private static final String BEHIND =
            """
            select key.code, name, key.division from DepartmentRow
            where concat(key.code, ' ', key.division) > :after and"""
                    + AROUND
                    + " order by concat(key.code, ' ', key.division)";

    private static final String KNOWN =
            "select key.code from DepartmentRow where key.code in :codes and :place like concat(key.division, '%')";

    private static final String AT = "select key.code from DepartmentRow where :place like concat(key.division, '%')";

    private final Transactions transactions;

    Departments(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Takes good rows in and gives bad ones back; those that are there already get the new name. Of two with one code the
     * later wins.
     *
     * @param jurisdiction of who brings them: a code that a division above or below has given, or a township elsewhere, is
     *     none of theirs
     */
    public Uni<CheckedRows<Department>> load(List<SheetRow> rows, DivisionCode jurisdiction) {
        var codes = rows.stream().map(row -> row.cell("code")).toList();
        return transactions.run(now -> codes(OF_OTHERS, codes, jurisdiction)
                .map(Set::copyOf)
                .map(foreign -> CheckedRows.check(
                        rows,
                        row -> department(row, foreign, jurisdiction),
                        // A code that stands there twice is no fault: the later name wins.
                        department -> new Object()))
                .call(checked -> transactions
                        .session()
                        .upsertMultiple(
                                checked.good().stream().map(DepartmentRow::of).toList())));
    }

    private static Department department(SheetRow row, Set<String> foreign, DivisionCode jurisdiction) {
        var department = new Department(row.cell("code"), row.cell("name"), jurisdiction.value());
        var code = department.code();
        if (foreign.contains(code) || TOWNSHIP.matcher(code).matches() && !code.startsWith(jurisdiction.value())) {
            throw Refusal.invalid("department.outside-jurisdiction", "code").with("value", code);
        }
        return department;
    }

    /** Those around a jurisdiction, by code. @param after where the page before ends, or empty */
    public Uni<Page<Department>> page(DivisionCode jurisdiction, String after, int limit) {
        return transactions.read(() -> behind(after, jurisdiction, Department.class)
                .setMaxResults(Page.oneMoreThan(limit))
                .getResultList()
                .map(found ->
                        Page.of(found, limit, department -> department.code() + " " + department.division(), null)));
    }

    /** @param type a record of code, name and division */
    <T> Uni<List<T>> around(DivisionCode place, Class<T> type) {
        return behind("", place, type).getResultList();
    }

    private <T> Mutiny.SelectionQuery<T> behind(String after, DivisionCode place, Class<T> type) {
        return transactions
                .session()
                .createSelectionQuery(BEHIND, type)
                .setParameter("place", place.value())
                .setParameter("after", after);
    }

    /** The codes that may be named for an order in a place. */
    public Uni<Set<String>> codesAt(DivisionCode place) {
        return transactions
                .session()
                .createSelectionQuery(AT, String.class)
                .setParameter("place", place.value())
                .getResultList()
                .map(Set::copyOf);
    }

    public Uni<Void> requireKnown(List<Named> named, DivisionCode place) {
        var codes = named.stream().flatMap(one -> one.codes().stream()).toList();
        return codes.isEmpty()
                ? Uni.createFrom().voidItem()
                : codes(KNOWN, codes, place)
                        .invoke(known -> named.forEach(one -> one.requireAmong(known)))
                        .replaceWithVoid();
    }

    private Uni<List<String>> codes(String query, List<String> codes, DivisionCode place) {
        return transactions
                .session()
                .createSelectionQuery(query, String.class)
                .setParameter("codes", codes)
                .setParameter("place", place.value())
                .getResultList();
    }

    /** Departments that somebody names. @param field where in the input */
    public record Named(String field, List<String> codes) {

        private void requireAmong(List<String> known) {
            var unknown = codes.stream().filter(code -> !known.contains(code)).sorted();
            var value = unknown.collect(Collectors.joining(", "));
            if (!value.isEmpty()) {
                throw Refusal.invalid("department.unknown", field).with("value", value);
            }
        }
    }
}
