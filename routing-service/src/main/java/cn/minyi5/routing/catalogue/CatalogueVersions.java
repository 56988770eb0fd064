package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.Decision;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * All versions of the catalogue. Published ones are kept in memory: their rules never change, so every copy of the
 * service may keep them. Which version is in force is asked of the database each time, by its function
 * {@code catalogue_in_force}, which dispatching asks as well.
 */
@ApplicationScoped
public class CatalogueVersions {

    /** The version that is in force before the first is: it says nothing about anything. */
    public static final int NONE = 0;

    private static final String IN_FORCE =
            "select coalesce(catalogue_in_force(coalesce($1::timestamptz, now())), 0) as version";

    private final Transactions transactions;
    private final Sql sql;
    private final Map<Integer, ResponsibilityCatalogue> published =
            new ConcurrentHashMap<>(Map.of(NONE, new ResponsibilityCatalogue(NONE, List.of())));

    CatalogueVersions(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    private record InForce(int version) {}

    /**
     * @param version null if none was in force
     * @param weighed all rules that speak for the case, the weightiest first
     */
    public record Explanation(@Nullable Integer version, Decision decision, List<Responsibility> weighed) {

        static Explanation of(ResponsibilityCatalogue catalogue, String categoryCode, GridCode grid) {
            return new Explanation(
                    catalogue.version() == NONE ? null : catalogue.version(),
                    catalogue.decide(categoryCode, grid),
                    catalogue.matching(categoryCode, grid).flatMap(List::stream).toList());
        }
    }

    /** @param versions published ones, or {@link #NONE} */
    public Uni<Map<Integer, ResponsibilityCatalogue>> published(Collection<Integer> versions) {
        var missing = versions.stream().filter(it -> !published.containsKey(it)).toList();
        return missing.isEmpty()
                ? Uni.createFrom().item(published)
                : transactions
                        .session()
                        .createSelectionQuery("where version in :missing order by rule.row", ResponsibilityRow.class)
                        .setParameter("missing", missing)
                        .getResultList()
                        .map(rows -> {
                            keep(missing, rows);
                            return published;
                        });
    }

    /** "Why them?" What the catalogue says about a category in a grid. @param moment null is now */
    public Uni<Explanation> explain(String categoryCode, GridCode grid, @Nullable Instant moment) {
        return transactions.read(
                () -> sql.first(InForce.class, IN_FORCE, moment).flatMap(found -> published(List.of(found.version()))
                        .map(known -> Explanation.of(known.get(found.version()), categoryCode, grid))));
    }

    /** Stores a new draft and numbers it. */
    Uni<CatalogueVersionRow> draft(LocalDate effectiveFrom, List<Responsibility> rules, String by, Instant now) {
        var draft = new CatalogueVersionRow();
        draft.effectiveFrom = effectiveFrom;
        draft.draftedAt = now;
        draft.draftedBy = by;
        draft.rules = rules.size();
        return transactions
                .session()
                .insert(draft)
                .chain(() -> transactions
                        .session()
                        .insertMultiple(rules.stream()
                                .map(rule -> ResponsibilityRow.of(draft.version, rule))
                                .toList()))
                .replaceWith(draft);
    }

    /** @throws Refusal {@code catalogue.unknown} */
    Uni<CatalogueVersionRow> locked(int version) {
        return transactions
                .session()
                .get(CatalogueVersionRow.class, version, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("catalogue.unknown"));
    }

    Uni<Void> publish(CatalogueVersionRow draft, Instant now) {
        draft.publishedAt = now;
        return transactions.session().update(draft);
    }

    /** The newest first. @param before the last version of the page before, or {@link Integer#MAX_VALUE} */
    public Uni<List<CatalogueView>> page(int before, int atMost) {
        return transactions.read(() -> transactions
                .session()
                .createSelectionQuery("where version < :before order by version desc", CatalogueVersionRow.class)
                .setParameter("before", before)
                .setMaxResults(atMost)
                .getResultList()
                .map(rows -> rows.stream().map(CatalogueView::of).toList()));
    }

    /**
     * In the order of their rows.
     *
     * @param after the last row of the page before, or 0
     * @throws Refusal {@code catalogue.unknown}
     */
    public Uni<List<Responsibility>> rules(int version, int after, int atMost) {
        return transactions.read(() -> transactions
                .session()
                .get(CatalogueVersionRow.class, version)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("catalogue.unknown"))
                .chain(() -> transactions
                        .session()
                        .createSelectionQuery(
                                "where version = :version and rule.row > :after order by rule.row",
                                ResponsibilityRow.class)
                        .setParameter("version", version)
                        .setParameter("after", after)
                        .setMaxResults(atMost)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> row.rule).toList()));
    }

    private void keep(List<Integer> versions, List<ResponsibilityRow> rows) {
        var rules = new HashMap<Integer, List<Responsibility>>();
        versions.forEach(version -> rules.put(version, List.of()));
        rules.putAll(rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.version, Collectors.mapping(row -> row.rule, Collectors.toList()))));
        rules.forEach((version, of) -> published.put(version, new ResponsibilityCatalogue(version, of)));
    }
}
