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
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

    private static final String RULES_OF =
            """
            select r.catalogue, v.version, r.rule from ResponsibilityRow r join CatalogueVersionRow v on v.id = r.catalogue
            where v.id in :missing order by r.rule.row""";

    /** By hand: HQL has no word for it. Two drafts at once do not get one number. */
    private static final String NOBODY_ELSE_DRAFTS = "lock table catalogue_version in share row exclusive mode";

    private static final String NEXT =
            "select coalesce(max(version), 0) + 1 from CatalogueVersionRow where division = :division";

    private static final String OF_DIVISION =
            "from CatalogueVersionRow where version = :version and division = :division";

    /** Of the divisions in which a place lies, the nearest comes first. */
    private static final String FOR_PLACE =
            """
            from CatalogueVersionRow where version = :version and :place like concat(division, '%')
            order by length(division) desc""";

    /** Those for places in a jurisdiction, or around it. */
    private static final String PAGE =
            """
            from CatalogueVersionRow
            where id < :before and (:mine like concat(division, '%') or division like concat(:mine, '%'))
            order by id desc""";

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
    Uni<List<ResponsibilityScope>> scopes(CatalogueVersionRow version) {
        return transactions
                .session()
                .createSelectionQuery("from ResponsibilityRow where catalogue = :catalogue", ResponsibilityRow.class)
                .setParameter("catalogue", version.id)
                .getResultList()
                .map(rows -> rows.stream().map(row -> row.rule.scope()).toList());
    }

    private record Ruled(int catalogue, int version, Responsibility rule) {}

    /** By id. @param ids of published ones, or {@link #NONE} */
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
        var session = transactions.session();
        return sql.update(NOBODY_ELSE_DRAFTS)
                .chain(() -> session.createSelectionQuery(NEXT, Integer.class)
                        .setParameter("division", draft.division)
                        .getSingleResult())
                .invoke(next -> draft.version = next)
                .chain(() -> session.insert(draft))
                .chain(() -> sql.insertAll(rules.stream()
                        .map(rule -> ResponsibilityRow.of(draft.id, rule))
                        .toList()))
                .replaceWith(draft);
    }

    /** A division's own. */
    Uni<CatalogueVersionRow> locked(int version, DivisionCode division) {
        return known(transactions
                .session()
                .createSelectionQuery(OF_DIVISION, CatalogueVersionRow.class)
                .setParameter("version", version)
                .setParameter("division", division.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull());
    }

    private static Uni<CatalogueVersionRow> known(Uni<CatalogueVersionRow> found) {
        return found.onItem().ifNull().failWith(() -> Refusal.notFound("catalogue.unknown"));
    }

    Uni<Void> publish(CatalogueVersionRow draft, Instant now) {
        draft.publishedAt = now;
        return transactions.session().update(draft);
    }

    /** The newest first. @param before where the page before ends, or {@link Integer#MAX_VALUE} */
    public Uni<Page<CatalogueView>> page(DivisionCode jurisdiction, int before, int limit) {
        return transactions.read(() -> transactions
                .session()
                .createSelectionQuery(PAGE, CatalogueVersionRow.class)
                .setParameter("mine", jurisdiction.value())
                .setParameter("before", before)
                .setMaxResults(Page.oneMoreThan(limit))
                .getResultList()
                .map(rows -> Page.of(rows, limit, row -> row.id, null).map(row -> CatalogueView.of(row, null))));
    }

    /** In the order of their rows. @param place that the version is for @param after the last row of the page before, or 0 */
    public Uni<List<Responsibility>> rules(int version, DivisionCode place, int after, int atMost) {
        return transactions.read(() -> known(transactions
                        .session()
                        .createSelectionQuery(FOR_PLACE, CatalogueVersionRow.class)
                        .setParameter("version", version)
                        .setParameter("place", place.value())
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .chain(found -> transactions
                        .session()
                        .createSelectionQuery(
                                "select rule from ResponsibilityRow where catalogue = :catalogue and rule.row > :after"
                                        + " order by rule.row",
                                Responsibility.class)
                        .setParameter("catalogue", found.id)
                        .setParameter("after", after)
                        .setMaxResults(atMost)
                        .getResultList()));
    }
}
