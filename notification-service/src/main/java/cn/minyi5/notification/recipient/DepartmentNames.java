package cn.minyi5.notification.recipient;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
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

    /** By hand: on the path of every event that is told. */
    private static final String OF = "select code, name from department where code = any($1)";

    private final Sql sql;

    DepartmentNames(Sql sql) {
        this.sql = sql;
    }

    private record Name(String code, String name) {}

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
        return sql.list(Name.class, OF, codes)
                .map(names -> names.stream().collect(Collectors.toMap(Name::code, Name::name)));
    }
}
