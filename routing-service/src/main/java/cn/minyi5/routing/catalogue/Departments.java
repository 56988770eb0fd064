package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** 部门. All departments, townships acting as such included. */
@ApplicationScoped
public class Departments {

    private static final Pattern TOWNSHIP = Pattern.compile("\\d{9}");

    private final Transactions transactions;

    Departments(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Takes good rows in and gives bad ones back; those that are there already get the new name. Of two with one code the
     * later wins.
     *
     * @param jurisdiction of who brings them: a department of another division, or a township elsewhere, is none of theirs
     */
    public Uni<CheckedRows<Department>> load(List<SheetRow> rows, DivisionCode jurisdiction) {
        var codes = rows.stream().map(row -> row.cell("code")).toList();
        return transactions.run(now -> transactions
                .session()
                .createSelectionQuery("from DepartmentRow where code in :codes", DepartmentRow.class)
                .setParameter("codes", codes)
                .getResultList()
                .map(known -> known.stream()
                        .filter(row -> !jurisdiction.contains(new DivisionCode(row.division)))
                        .map(row -> row.code)
                        .collect(Collectors.toSet()))
                .map(foreign -> CheckedRows.check(
                        rows,
                        row -> department(row, foreign, jurisdiction),
                        // A code that stands there twice is no fault: the later name wins.
                        department -> new Object()))
                .call(checked -> transactions
                        .session()
                        .upsertMultiple(checked.good().stream()
                                .map(department -> DepartmentRow.of(department, jurisdiction))
                                .toList())));
    }

    private static Department department(SheetRow row, Set<String> foreign, DivisionCode jurisdiction) {
        var department = new Department(row.cell("code"), row.cell("name"));
        var code = department.code();
        if (foreign.contains(code) || TOWNSHIP.matcher(code).matches() && !code.startsWith(jurisdiction.value())) {
            throw Refusal.invalid("department.outside-jurisdiction", "code").with("value", code);
        }
        return department;
    }

    /** By code. @param after the last code of the page before, or empty */
    public Uni<List<Department>> page(String after, int atMost) {
        return transactions.read(
                () -> behind(after, Department.class).setMaxResults(atMost).getResultList());
    }

    /** @param type a record of code and name */
    <T> Uni<List<T>> all(Class<T> type) {
        return behind("", type).getResultList();
    }

    private <T> Mutiny.SelectionQuery<T> behind(String after, Class<T> type) {
        return transactions
                .session()
                .createSelectionQuery("select code, name from DepartmentRow where code > :after order by code", type)
                .setParameter("after", after);
    }

    public Uni<Void> requireKnown(List<Named> named) {
        var codes = named.stream().flatMap(one -> one.codes().stream()).toList();
        return codes.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions
                        .session()
                        .createSelectionQuery("select code from DepartmentRow where code in :codes", String.class)
                        .setParameter("codes", codes)
                        .getResultList()
                        .invoke(known -> named.forEach(one -> one.requireAmong(known)))
                        .replaceWithVoid();
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
