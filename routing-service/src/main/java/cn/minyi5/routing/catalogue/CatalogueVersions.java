package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** All versions of the catalogue, drafts among them. What is in force is said by {@link CataloguesInForce}. */
@ApplicationScoped
public class CatalogueVersions {

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

    private static final String RULES_BEHIND =
            "select rule from ResponsibilityRow where catalogue = :catalogue and rule.row > :after order by rule.row";

    private final Transactions transactions;

    CatalogueVersions(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A version with its rules, draft or not.
     *
     * @param division whose it is
     */
    public record Version(
            int version, DivisionCode division, LocalDate effectiveFrom, ResponsibilityCatalogue catalogue) {}

    /** Within a unit of work. @param place that the version is for */
    public Uni<Version> version(int version, DivisionCode place) {
        return forPlace(version, place).flatMap(row -> allRules(row)
                .map(rules -> new Version(
                        row.version,
                        new DivisionCode(row.division),
                        row.effectiveFrom,
                        new ResponsibilityCatalogue(row.version, rules))));
    }

    /** A division's own. */
    Uni<CatalogueVersionRow> own(int version, DivisionCode division) {
        return own(version, division, LockModeType.NONE);
    }

    Uni<CatalogueVersionRow> own(int version, DivisionCode division, LockModeType lock) {
        return known(transactions
                .session()
                .createSelectionQuery(OF_DIVISION, CatalogueVersionRow.class)
                .setParameter("version", version)
                .setParameter("division", division.value())
                .setLockMode(lock)
                .getSingleResultOrNull());
    }

    private Uni<CatalogueVersionRow> forPlace(int version, DivisionCode place) {
        return known(transactions
                .session()
                .createSelectionQuery(FOR_PLACE, CatalogueVersionRow.class)
                .setParameter("version", version)
                .setParameter("place", place.value())
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    private static Uni<CatalogueVersionRow> known(Uni<CatalogueVersionRow> found) {
        return found.onItem().ifNull().failWith(() -> Refusal.notFound("catalogue.unknown"));
    }

    /** In the order of their rows. */
    Uni<List<Responsibility>> allRules(CatalogueVersionRow version) {
        return rulesBehind(version, 0).getResultList();
    }

    private Mutiny.SelectionQuery<Responsibility> rulesBehind(CatalogueVersionRow version, int row) {
        return transactions
                .session()
                .createSelectionQuery(RULES_BEHIND, Responsibility.class)
                .setParameter("catalogue", version.id)
                .setParameter("after", row);
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
        return transactions.read(() -> forPlace(version, place)
                .flatMap(
                        found -> rulesBehind(found, after).setMaxResults(atMost).getResultList()));
    }

    /** All of them, for a sheet. */
    public Uni<List<Responsibility>> rules(int version, DivisionCode place) {
        return transactions.read(() -> forPlace(version, place).flatMap(this::allRules));
    }
}
