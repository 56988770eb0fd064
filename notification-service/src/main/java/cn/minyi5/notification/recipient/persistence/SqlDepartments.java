package cn.minyi5.notification.recipient.persistence;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.recipient.application.Departments;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

@ApplicationScoped
class SqlDepartments implements Departments {

    private static final String KEEP =
            """
            insert into department (code, name) select * from unnest($1::text[], $2::text[])
            on conflict (code) do update set name = excluded.name""";
    private static final String NAMES = "select code, name from department";

    @Override
    public Uni<Void> keep(Transaction tx, Map<String, String> names) {
        var codes = names.keySet().stream().sorted().toArray(String[]::new);
        var called = new String[codes.length];
        for (int i = 0; i < codes.length; i++) {
            called[i] = names.get(codes[i]);
        }
        return tx.connection()
                .preparedQuery(KEEP)
                .execute(Tuple.of(codes, called))
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<String, String>> names(Transaction tx) {
        return tx.connection().preparedQuery(NAMES).execute().map(rows -> {
            var names = new HashMap<String, String>();
            rows.forEach(row -> names.put(row.getString("code"), row.getString("name")));
            return names;
        });
    }
}
