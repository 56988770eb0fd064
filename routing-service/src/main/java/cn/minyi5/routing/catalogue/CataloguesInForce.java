package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.Matter;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Published versions of the catalogue, kept in memory: their rules never change, so every copy of the service may keep
 * them. Which version is in force is asked of the database each time, by its function {@code catalogue_in_force}, which
 * dispatching asks as well.
 */
@ApplicationScoped
public class CataloguesInForce {

    /** The version that is in force before the first is: it says nothing about anything. */
    public static final int NONE = 0;

    private static final String IN_FORCE =
            "select coalesce(catalogue_in_force($1, coalesce($2::timestamptz, now())), 0)";

    /** The version of a rule that was followed, or else the one in force. */
    private static final String FOLLOWED =
            """
            select coalesce((select catalogue from responsibility where id = $3),
                catalogue_in_force($1, coalesce($2::timestamptz, now())), 0)""";

    private static final String RULES_OF =
            """
            select r.catalogue, v.version, r.rule from ResponsibilityRow r join CatalogueVersionRow v on v.id = r.catalogue
            where v.id in :missing order by r.rule.row""";

    private final Transactions transactions;
    private final Sql sql;
    private final Map<Integer, ResponsibilityCatalogue> published =
            new ConcurrentHashMap<>(Map.of(NONE, new ResponsibilityCatalogue(NONE, List.of())));

    CataloguesInForce(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    private record Ruled(int catalogue, int version, Responsibility rule) {}

    /** Within a unit of work, by id. @param ids of published ones, or {@link #NONE} */
    public Uni<Map<Integer, ResponsibilityCatalogue>> published(Collection<Integer> ids) {
        var missing = ids.stream().filter(it -> !published.containsKey(it)).toList();
        return missing.isEmpty()
                ? Uni.createFrom().item(published)
                : transactions
                        .session()
                        .createSelectionQuery(RULES_OF, Ruled.class)
                        .setParameter("missing", missing)
                        .getResultList()
                        .invoke(rows -> rows.stream()
                                .collect(Collectors.groupingBy(Ruled::catalogue))
                                .forEach((id, rules) -> published.put(id, catalogue(rules))))
                        .replaceWith(published);
    }

    /** @param rows of one version; a version without rules is never stored */
    private static ResponsibilityCatalogue catalogue(List<Ruled> rows) {
        return new ResponsibilityCatalogue(
                rows.get(0).version(), rows.stream().map(Ruled::rule).toList());
    }

    /** @param moment null is now */
    public Uni<ExplanationView> explain(Matter matter, @Nullable Instant moment) {
        return transactions.read(() -> sql.value(Integer.class, IN_FORCE, matter.grid(), moment)
                .flatMap(this::one)
                .map(catalogue -> ExplanationView.of(catalogue, matter)));
    }

    /**
     * The version by which a rule decided, where one did, and otherwise the one in force. Within a unit of work.
     *
     * @param moment null is now
     */
    public Uni<ResponsibilityCatalogue> followed(@Nullable UUID ruleId, GridCode grid, @Nullable Instant moment) {
        return sql.value(Integer.class, FOLLOWED, grid, moment, ruleId).flatMap(this::one);
    }

    /** For a division as such. Within a unit of work. */
    Uni<ResponsibilityCatalogue> at(DivisionCode division, Instant moment) {
        return sql.value(Integer.class, IN_FORCE, division, moment).flatMap(this::one);
    }

    private Uni<ResponsibilityCatalogue> one(int id) {
        return published(List.of(id)).map(known -> known.get(id));
    }
}
