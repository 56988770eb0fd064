package cn.minyi5.notification.delivery;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
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

    /** By hand, because only a newer name takes the place of one that is there: of catalogues, too, one may be replayed. */
    private static final String KEEP =
            """
            insert into department (division, code, name, told_at)
            select distinct on (owner, code) owner, code, name, happened_at
            from jsonb_to_recordset($1) as told (departments jsonb, division text, happened_at timestamptz),
                 jsonb_to_recordset(told.departments) as department (code text, name text, division text),
                 coalesce(department.division, told.division, '') as owner
            order by owner, code, happened_at desc
            on conflict (division, code) do update set name = excluded.name, told_at = excluded.told_at
            where department.told_at <= excluded.told_at""";

    private final Transactions transactions;
    private final Sql sql;

    DepartmentNames(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** The later catalogue counts, whichever is heard last. */
    public Uni<Void> keepAll(List<Received<CatalogueEvent.Published>> received, Instant now) {
        return sql.update(KEEP, JsonRows.ofEvents(received)).replaceWithVoid();
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
