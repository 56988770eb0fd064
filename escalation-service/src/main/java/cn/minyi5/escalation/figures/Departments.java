package cn.minyi5.escalation.figures;

import cn.minyi5.contracts.CatalogueEvent.Department;
import cn.minyi5.contracts.CatalogueEvent.Published;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of departments and townships, as the last published catalogue has them; within a unit of work. */
@ApplicationScoped
public class Departments {

    /** By hand: a catalogue's departments are added or renamed in one statement. */
    private static final String RENAME =
            """
            insert into department_name (code, name) select * from unnest($1::text[], $2::text[])
            on conflict (code) do update set name = excluded.name""";

    /** By hand: read with every report, beside its SQL. */
    private static final String NAMES = "select code, name from department_name";

    private final Sql sql;

    Departments(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> rename(List<Received<Published>> received) {
        var names = received.stream()
                .flatMap(published -> published.event().departments().stream())
                .collect(Collectors.toMap(Department::code, Department::name, (earlier, later) -> later));
        return sql.update(RENAME, List.copyOf(names.keySet()), List.copyOf(names.values()))
                .replaceWithVoid();
    }

    /** By code. */
    public Uni<Map<String, String>> names() {
        return sql.list(Department.class, NAMES)
                .map(known -> known.stream().collect(Collectors.toMap(Department::code, Department::name)));
    }
}
