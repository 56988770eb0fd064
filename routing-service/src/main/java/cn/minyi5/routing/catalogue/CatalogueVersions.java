package cn.minyi5.routing.catalogue;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResponsibilityScope;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue.Decision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
            "select coalesce(catalogue_in_force($1, coalesce($2::timestamptz, now())), 0)";

    private final Transactions transactions;
    private final Sql sql;
    private final Map<Integer, ResponsibilityCatalogue> published =
            new ConcurrentHashMap<>(Map.of(NONE, new ResponsibilityCatalogue(NONE, List.of())));

    CatalogueVersions(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * "Why them?" What the catalogue says about a category in a grid.
     *
     * @param catalogueVersion absent if none was in force
     * @param lead absent where the dispatch desk decides
     * @param rule the one that won
     * @param weighed all rules that speak for the case, the weightiest first
     */
    public record ExplanationView(
            Outcome outcome,
            @Nullable Integer catalogueVersion,
            @Nullable String lead,
            List<String> assisting,
            @Nullable Responsibility rule,
            List<Responsibility> weighed) {

        public enum Outcome {
            ONE_RULE,
            NO_RULE,
            EQUAL_RULES
        }

        static ExplanationView of(ResponsibilityCatalogue catalogue, String categoryCode, GridCode grid) {
            var version = catalogue.version() == NONE ? null : catalogue.version();
            var weighed =
                    catalogue.matching(categoryCode, grid).flatMap(List::stream).toList();
            if (catalogue.decide(categoryCode, grid) instanceof Decision.OneRule one) {
                return new ExplanationView(Outcome.ONE_RULE, version, one.lead(), one.assisting(), one.rule(), weighed);
            }
            var outcome = weighed.isEmpty() ? Outcome.NO_RULE : Outcome.EQUAL_RULES;
            return new ExplanationView(outcome, version, null, List.of(), null, weighed);
        }
    }

    /** For which requests the rules of a version speak, one for each rule. */
    Uni<List<ResponsibilityScope>> scopes(int version) {
        return transactions
                .session()
                .createSelectionQuery("from ResponsibilityRow where version = :version", ResponsibilityRow.class)
                .setParameter("version", version)
                .getResultList()
                .map(rows -> rows.stream().map(row -> row.rule.scope()).toList());
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
                        .invoke(rows -> missing.forEach(version -> published.put(version, catalogue(version, rows))))
                        .replaceWith(published);
    }

    private static ResponsibilityCatalogue catalogue(int version, List<ResponsibilityRow> rows) {
        var rules = rows.stream().filter(row -> row.version == version).map(row -> row.rule);
        return new ResponsibilityCatalogue(version, rules.toList());
    }

    /** @param moment null is now */
    public Uni<ExplanationView> explain(String categoryCode, GridCode grid, @Nullable Instant moment) {
        return transactions.read(
                () -> sql.value(Integer.class, IN_FORCE, grid, moment).flatMap(inForce -> published(List.of(inForce))
                        .map(known -> ExplanationView.of(known.get(inForce), categoryCode, grid))));
    }

    /** Stores a new draft of the actor's division and numbers it. */
    Uni<CatalogueVersionRow> draft(LocalDate effectiveFrom, List<Responsibility> rules, Actor by, Instant now) {
        var draft = new CatalogueVersionRow();
        draft.division = by.division().value();
        draft.effectiveFrom = effectiveFrom;
        draft.draftedAt = now;
        draft.draftedBy = by.username();
        draft.rules = rules.size();
        return transactions
                .session()
                .insert(draft)
                .chain(() -> sql.insertAll(rules.stream()
                        .map(rule -> ResponsibilityRow.of(draft.version, rule))
                        .toList()))
                .replaceWith(draft);
    }

    /** One that is the business of a jurisdiction; another is not there. */
    Uni<CatalogueVersionRow> locked(int version, DivisionCode jurisdiction) {
        return known(transactions.session().get(CatalogueVersionRow.class, version, LockMode.PESSIMISTIC_WRITE))
                .invoke(found -> {
                    if (!jurisdiction.contains(new DivisionCode(found.division))) {
                        throw Refusal.notFound("catalogue.unknown");
                    }
                });
    }

    private static Uni<CatalogueVersionRow> known(Uni<CatalogueVersionRow> found) {
        return found.onItem().ifNull().failWith(() -> Refusal.notFound("catalogue.unknown"));
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
                .map(rows ->
                        rows.stream().map(row -> CatalogueView.of(row, null)).toList()));
    }

    /** In the order of their rows. @param after the last row of the page before, or 0 */
    public Uni<List<Responsibility>> rules(int version, int after, int atMost) {
        return transactions.read(() -> known(transactions.session().get(CatalogueVersionRow.class, version))
                .chain(() -> transactions
                        .session()
                        .createSelectionQuery(
                                "select rule from ResponsibilityRow where version = :version and rule.row > :after"
                                        + " order by rule.row",
                                Responsibility.class)
                        .setParameter("version", version)
                        .setParameter("after", after)
                        .setMaxResults(atMost)
                        .getResultList()));
    }
}
