package cn.minyi5.routing.catalogue.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.catalogue.domain.Department;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All departments, townships acting as such included. */
public interface Departments {

    /** Adds them; those that are there already get the new name. */
    Uni<Void> save(Transaction tx, List<Department> departments);

    Uni<List<Department>> all(Transaction tx);

    /** By code. @param after the last code of the page before, or empty */
    Uni<List<Department>> page(String after, int limit);

    Uni<Set<String>> unknownAmong(Transaction tx, Collection<String> codes);

    /**
     * @param code null names no department, and is fine
     * @throws Refusal {@code department.unknown}
     */
    default Uni<Void> requireKnown(Transaction tx, @Nullable String code, String field) {
        return requireKnown(tx, code == null ? List.of() : List.of(code), field);
    }

    /** @throws Refusal {@code department.unknown} */
    default Uni<Void> requireKnown(Transaction tx, Collection<String> codes, String field) {
        if (codes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return unknownAmong(tx, codes)
                .invoke(unknown -> {
                    if (!unknown.isEmpty()) {
                        throw Refusal.invalid("department.unknown", field).with("value", String.join(", ", unknown));
                    }
                })
                .replaceWithVoid();
    }
}
