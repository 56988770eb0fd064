package cn.minyi5.notification.recipient;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
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

    /** By hand: on the path of every event that is told. */
    private static final String OF = "select code, name from department where code = any($1)";

    private final Transactions transactions;
    private final Sql sql;

    DepartmentNames(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    private record Name(String code, String name) {}

    public Uni<Void> keepAll(List<Received<CatalogueEvent.Published>> received, Instant now) {
        var names = received.stream()
                .flatMap(published -> published.event().departments().stream())
                .collect(Collectors.toMap(
                        CatalogueEvent.Department::code,
                        department -> new DepartmentNameRow(department.code(), department.name()),
                        (earlier, later) -> later));
        return transactions.session().upsertMultiple(List.copyOf(names.values()));
    }

    /** Those of the codes that have a name. */
    public Uni<Map<String, String>> of(Collection<String> codes) {
        return sql.list(Name.class, OF, codes)
                .map(names -> names.stream().collect(Collectors.toMap(Name::code, Name::name)));
    }
}
