package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.catalogue.CatalogueDrafts.Restoring;
import cn.minyi5.routing.catalogue.Finding.Severity;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** 发布与回退. Puts a draft in force, or the rules of an earlier version again: published ones never change. */
@ApplicationScoped
public class PublishCatalogue {

    private final Idempotency idempotency;
    private final CatalogueDrafts drafts;
    private final CatalogueVersions versions;
    private final CatalogueChecks checks;

    PublishCatalogue(
            Idempotency idempotency, CatalogueDrafts drafts, CatalogueVersions versions, CatalogueChecks checks) {
        this.idempotency = idempotency;
        this.drafts = drafts;
        this.versions = versions;
        this.checks = checks;
    }

    /**
     * Puts a draft in force from its day on, unless its check finds something fatal. Publishing once more changes nothing
     * and tells nobody.
     *
     * @param withEqualRules rules are equal on purpose: the desk is to decide between them
     */
    public Uni<CatalogueView> publish(Command command, int version, boolean withEqualRules, Locale language) {
        return idempotency.once(command, CatalogueView.class, now -> drafts.locked(
                        version, command.actor().division())
                .flatMap(found -> found.publishedAt == null
                        ? publish(found, withEqualRules, now, language)
                        : Uni.createFrom().item(CatalogueView.of(found, null))));
    }

    private Uni<CatalogueView> publish(
            CatalogueVersionRow draft, boolean withEqualRules, Instant now, Locale language) {
        return checks.check(draft, language)
                .map(CheckView::findings)
                .invoke(findings -> refuseFatal(findings, withEqualRules))
                .call(() -> drafts.publish(draft, now))
                .map(findings -> CatalogueView.of(draft, findings));
    }

    private static void refuseFatal(List<Finding> findings, boolean withEqualRules) {
        var fatal = findings.stream()
                .filter(found -> found.severity() == Severity.FATAL)
                .filter(found -> !(withEqualRules && found.isEqualRules()))
                .toList();
        if (!fatal.isEmpty()) {
            throw Refusal.conflict("catalogue.check-failed")
                    .with("count", fatal.size())
                    .with("findings", fatal);
        }
    }

    /** 回退. A new version with the rules of an earlier one, in force from today on. */
    public Uni<CatalogueView> rollBack(Command command, int version, String reason) {
        var actor = command.actor();
        return idempotency.once(command, CatalogueView.class, now -> drafts.locked(version, actor.division())
                .invoke(PublishCatalogue::requirePublished)
                .flatMap(versions::allRules)
                .flatMap(rules -> drafts.draft(
                        now.atZone(CountyTime.ZONE).toLocalDate(),
                        rules.stream().map(PublishCatalogue::again).toList(),
                        new Restoring(version, reason),
                        actor,
                        now))
                .call(restored -> drafts.publish(restored, now))
                .map(restored -> CatalogueView.of(restored, null)));
    }

    private static void requirePublished(CatalogueVersionRow earlier) {
        if (earlier.publishedAt == null) {
            throw Refusal.conflict("catalogue.never-published");
        }
    }

    /** Orders name the rule that they follow, so each version has rules of its own. */
    private static Responsibility again(Responsibility rule) {
        return new Responsibility(
                UuidCreator.getTimeOrderedEpoch(),
                rule.row(),
                rule.categoryPrefix(),
                rule.divisionPrefix(),
                rule.lead(),
                rule.assisting(),
                rule.clause(),
                rule.urgency(),
                rule.confidential(),
                rule.policy());
    }
}
