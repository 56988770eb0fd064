package cn.minyi5.escalation.figures.persistence;

import cn.minyi5.contracts.CatalogueEvent.Department;
import cn.minyi5.escalation.figures.application.Departments;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class SqlDepartments implements Departments {

    private static final String PUT =
            """
            insert into department_name (code, name) values ($1, $2)
            on conflict (code) do update set name = excluded.name""";

    private static final String NAMES = "select code, name from department_name";

    private final Transactions transactions;

    SqlDepartments(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> put(Transaction tx, List<Department> departments) {
        if (departments.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.connection()
                .preparedQuery(PUT)
                .executeBatch(departments.stream()
                        .map(department -> Tuple.of(department.code(), department.name()))
                        .toList())
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<String, String>> names() {
        return transactions.pool().preparedQuery(NAMES).execute().map(rows -> {
            var names = new HashMap<String, String>();
            rows.forEach(row -> names.put(row.getString("code"), row.getString("name")));
            return names;
        });
    }
}
