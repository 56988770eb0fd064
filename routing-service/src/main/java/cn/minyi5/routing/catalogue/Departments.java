package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.Department;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** 部门. All departments, townships acting as such included. */
@ApplicationScoped
public class Departments {

    private final Transactions transactions;

    Departments(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Adds them; those that are there already get the new name. Of two with one code the later wins. */
    public Uni<Void> save(List<Department> departments) {
        var rows = departments.stream().map(DepartmentRow::of).toList();
        return transactions.run(now -> transactions.session().upsertMultiple(rows));
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
