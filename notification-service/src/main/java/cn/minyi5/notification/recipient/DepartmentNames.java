package cn.minyi5.notification.recipient;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What departments and townships are called, by code, as the latest published catalogue says. */
@ApplicationScoped
public class DepartmentNames {

    /** By hand: a bulk load. */
    private static final String KEEP =
            """
            insert into department (code, name) select * from unnest($1::text[], $2::text[])
            on conflict (code) do update set name = excluded.name""";

    private final Transactions transactions;
    private final Sql sql;

    DepartmentNames(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** The later catalogue counts. */
    public Uni<Void> keepAll(List<Received<CatalogueEvent.Published>> received, Instant now) {
        var names = new LinkedHashMap<String, String>();
        received.stream()
                .flatMap(published -> published.event().departments().stream())
                .forEach(department -> names.put(department.code(), department.name()));
        return sql.update(KEEP, names.keySet(), names.values()).replaceWithVoid();
    }

    /** Those of the codes that have a name. */
    public Uni<Map<String, String>> of(Collection<String> codes) {
        return transactions
                .session()
                .createSelectionQuery("from DepartmentNameRow where code in :codes", DepartmentNameRow.class)
                .setParameter("codes", codes)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.code, row -> row.name)));
    }
}
