package cn.minyi5.routing.catalogue;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions of the catalogue as they are written: drafted, replaced or discarded while nobody goes by them, published. */
@ApplicationScoped
class CatalogueDrafts {

    /** By hand: HQL has no word for it. Two drafts at once do not get one number. */
    private static final String NOBODY_ELSE_DRAFTS = "lock table catalogue_version in share row exclusive mode";

    private static final String NEXT =
            "select coalesce(max(version), 0) + 1 from CatalogueVersionRow where division = :division";

    private final Transactions transactions;
    private final Sql sql;
    private final CatalogueVersions versions;
    private final Departments departments;
    private final Outbox outbox;

    CatalogueDrafts(
            Transactions transactions, Sql sql, CatalogueVersions versions, Departments departments, Outbox outbox) {
        this.transactions = transactions;
        this.sql = sql;
        this.versions = versions;
        this.departments = departments;
        this.outbox = outbox;
    }

    /** 回退. The version whose rules a draft has again, and why. */
    record Restoring(int version, String reason) {}

    /** Stores a new draft of the actor's division and numbers it. */
    Uni<CatalogueVersionRow> draft(
            LocalDate effectiveFrom, List<Responsibility> rules, @Nullable Restoring restoring, Actor by, Instant now) {
        var draft = new CatalogueVersionRow();
        draft.division = by.division().value();
        draft.effectiveFrom = effectiveFrom;
        draft.draftedAt = now;
        draft.draftedBy = by.username();
        draft.rules = rules.size();
        if (restoring != null) {
            draft.restores = restoring.version();
            draft.reason = restoring.reason();
        }
        var session = transactions.session();
        return sql.update(NOBODY_ELSE_DRAFTS)
                .chain(() -> session.createSelectionQuery(NEXT, Integer.class)
                        .setParameter("division", draft.division)
                        .getSingleResult())
                .invoke(next -> draft.version = next)
                .chain(() -> session.insert(draft))
                .chain(() -> store(draft, rules))
                .replaceWith(draft);
    }

    private Uni<Void> store(CatalogueVersionRow draft, List<Responsibility> rules) {
        return sql.insertAll(
                rules.stream().map(rule -> ResponsibilityRow.of(draft.id, rule)).toList());
    }

    /** A version that the division has, which nobody else changes until the transaction ends. */
    Uni<CatalogueVersionRow> locked(int version, DivisionCode division) {
        return versions.own(version, division, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @throws Refusal {@code catalogue.published-already}: what is published stays as it is */
    Uni<CatalogueVersionRow> lockedDraft(int version, DivisionCode division) {
        return locked(version, division).invoke(row -> {
            if (row.publishedAt != null) {
                throw Refusal.conflict("catalogue.published-already");
            }
        });
    }

    Uni<CatalogueVersionRow> replace(
            CatalogueVersionRow draft, LocalDate effectiveFrom, List<Responsibility> rules, Actor by, Instant now) {
        draft.effectiveFrom = effectiveFrom;
        draft.draftedAt = now;
        draft.draftedBy = by.username();
        draft.rules = rules.size();
        return forgetRules(draft)
                .chain(() -> transactions.session().update(draft))
                .chain(() -> store(draft, rules))
                .replaceWith(draft);
    }

    Uni<Void> discard(CatalogueVersionRow draft) {
        return forgetRules(draft).chain(() -> transactions.session().delete(draft));
    }

    private Uni<Integer> forgetRules(CatalogueVersionRow draft) {
        return transactions
                .session()
                .createMutationQuery("delete from ResponsibilityRow where catalogue = :catalogue")
                .setParameter("catalogue", draft.id)
                .executeUpdate();
    }

    /** Puts it in force from its day on and tells everybody, with the names of the departments. */
    Uni<Void> publish(CatalogueVersionRow draft, Instant now) {
        draft.publishedAt = now;
        return transactions
                .session()
                .update(draft)
                .chain(() -> departments.around(new DivisionCode(draft.division), CatalogueEvent.Department.class))
                .flatMap(all -> versions.allRules(draft)
                        .invoke(rules -> outbox.announce(new CatalogueEvent.Published(
                                draft.version,
                                draft.effectiveFrom,
                                draft.rules,
                                all,
                                draft.division,
                                rules.stream().map(Responsibility::scope).toList(),
                                draft.restores))))
                .replaceWithVoid();
    }
}
