package cn.minyi5.routing.catalogue.persistence;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.application.Departments;
import cn.minyi5.routing.catalogue.domain.Department;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlDepartments implements Departments {

    /** Of two rows with one code the later wins: an upsert cannot touch a row twice. */
    private static final String SAVE =
            """
            insert into department (code, name)
            select distinct on (code) code, name
            from unnest($1::text[], $2::text[]) with ordinality as sent (code, name, n)
            order by code, n desc
            on conflict (code) do update set name = excluded.name""";

    private static final String ALL = "select code, name from department order by code";
    private static final String PAGE = "select code, name from department where code > $1 order by code limit $2";
    private static final String UNKNOWN =
            """
            select code from unnest($1::text[]) as asked (code)
            where not exists (select from department where department.code = asked.code)
            order by code""";

    private final Transactions transactions;

    SqlDepartments(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> save(Transaction tx, List<Department> departments) {
        return tx.connection()
                .preparedQuery(SAVE)
                .execute(Tuple.of(
                        departments.stream().map(Department::code).toArray(String[]::new),
                        departments.stream().map(Department::name).toArray(String[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Department>> all(Transaction tx) {
        return tx.connection().preparedQuery(ALL).execute().map(SqlDepartments::departments);
    }

    @Override
    public Uni<List<Department>> page(String after, int limit) {
        return transactions
                .pool()
                .preparedQuery(PAGE)
                .execute(Tuple.of(after, limit))
                .map(SqlDepartments::departments);
    }

    @Override
    public Uni<Set<String>> unknownAmong(Transaction tx, Collection<String> codes) {
        return tx.connection()
                .preparedQuery(UNKNOWN)
                .execute(Tuple.of(codes.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("code"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static List<Department> departments(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Department(row.getString("code"), row.getString("name")))
                .toList();
    }
}
