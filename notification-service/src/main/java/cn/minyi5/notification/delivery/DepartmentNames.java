package cn.minyi5.notification.delivery;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.template.domain.Names;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What departments and townships are called, by division and code, as the latest published catalogue says. */
@ApplicationScoped
public class DepartmentNames {

    private final Transactions transactions;

    DepartmentNames(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The later catalogue counts. */
    public Uni<Void> keepAll(List<Received<CatalogueEvent.Published>> received, Instant now) {
        var rows = received.stream()
                .map(Received::event)
                .flatMap(published -> published.departments().stream()
                        .map(department -> DepartmentNameRow.of(department, published.division())))
                .toList();
        return transactions.session().upsertMultiple(rows);
    }

    /** Those of the codes that have a name, in whatever division. */
    Uni<List<DepartmentNameRow>> of(Collection<String> codes) {
        return transactions
                .session()
                .createSelectionQuery(
                        "from DepartmentNameRow where key.code in :codes order by length(key.division)",
                        DepartmentNameRow.class)
                .setParameter("codes", codes)
                .getResultList();
    }

    /** As they are called at a place: by the nearest of the divisions in which it lies. */
    static Names at(@Nullable DivisionCode place, List<DepartmentNameRow> called) {
        var byCode = new HashMap<String, String>();
        called.stream()
                .filter(row -> place != null && place.value().startsWith(row.key.division()))
                .forEach(row -> byCode.put(row.key.code(), row.name));
        return new Names(byCode);
    }
}
