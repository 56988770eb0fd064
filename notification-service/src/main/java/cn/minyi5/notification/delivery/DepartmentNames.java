package cn.minyi5.notification.delivery;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What departments and townships are called, by code, as the latest published catalogue says. */
@ApplicationScoped
public class DepartmentNames {

    private final Transactions transactions;

    DepartmentNames(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The later catalogue counts. */
    public Uni<Void> keepAll(List<Received<CatalogueEvent.Published>> received, Instant now) {
        var rows = received.stream()
                .flatMap(published -> published.event().departments().stream())
                .map(DepartmentNameRow::of)
                .toList();
        return transactions.session().upsertMultiple(rows);
    }

    /** Those of the codes that have a name. */
    Uni<Map<String, String>> of(Collection<String> codes) {
        return transactions
                .session()
                .createSelectionQuery("from DepartmentNameRow where code in :codes", DepartmentNameRow.class)
                .setParameter("codes", codes)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.code, row -> row.name)));
    }
}
