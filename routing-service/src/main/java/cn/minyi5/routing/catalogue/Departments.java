package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.Department;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
        return transactions.read(() -> transactions
                .session()
                .createSelectionQuery("where code > :after order by code", DepartmentRow.class)
                .setParameter("after", after)
                .setMaxResults(atMost)
                .getResultList()
                .map(rows -> rows.stream().map(DepartmentRow::department).toList()));
    }

    Uni<List<Department>> all() {
        return transactions
                .session()
                .createSelectionQuery("from DepartmentRow order by code", DepartmentRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(DepartmentRow::department).toList());
    }

    /** @throws Refusal {@code department.unknown} */
    public Uni<Void> requireKnown(Collection<String> codes, String field) {
        return unknownAmong(codes)
                .invoke(unknown -> {
                    if (!unknown.isEmpty()) {
                        throw Refusal.invalid("department.unknown", field).with("value", String.join(", ", unknown));
                    }
                })
                .replaceWithVoid();
    }

    Uni<Set<String>> unknownAmong(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return transactions
                .session()
                .createSelectionQuery("select code from DepartmentRow where code in :codes", String.class)
                .setParameter("codes", codes)
                .getResultList()
                .map(known -> {
                    var unknown = new TreeSet<>(codes);
                    unknown.removeAll(known);
                    return unknown;
                });
    }
}
