package cn.minyi5.routing.catalogue;

import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** 起草. New versions of the catalogue, each as a whole, all rows or none; {@link PublishCatalogue} puts them in force. */
@ApplicationScoped
public class CatalogueCommands {

    private final Idempotency idempotency;
    private final CatalogueDrafts drafts;
    private final Departments departments;

    CatalogueCommands(Idempotency idempotency, CatalogueDrafts drafts, Departments departments) {
        this.idempotency = idempotency;
        this.drafts = drafts;
        this.departments = departments;
    }

    /**
     * Stores a draft and says what in it wants a second look.
     *
     * @param rows of a {@link RuleSheet}
     */
    public Uni<CatalogueView> draft(Command command, LocalDate effectiveFrom, List<SheetRow> rows, Locale language) {
        return idempotency.once(command, CatalogueView.class, now -> rules(command, rows, language)
                .flatMap(rules -> drafts.draft(effectiveFrom, rules, null, command.actor(), now)
                        .map(draft -> view(draft, rules, language))));
    }

    /** The draft has these rules instead. */
    public Uni<CatalogueView> replace(
            Command command, int version, LocalDate effectiveFrom, List<SheetRow> rows, Locale language) {
        var actor = command.actor();
        return idempotency.once(command, CatalogueView.class, now -> drafts.lockedDraft(version, actor.division())
                .flatMap(draft -> rules(command, rows, language)
                        .flatMap(rules -> drafts.replace(draft, effectiveFrom, rules, actor, now)
                                .map(replaced -> view(replaced, rules, language)))));
    }

    /** Nobody has gone by it, so nothing needs to be kept of it. Answers with what it was. */
    public Uni<CatalogueView> discard(Command command, int version) {
        return idempotency.once(command, CatalogueView.class, now -> drafts.lockedDraft(
                        version, command.actor().division())
                .call(drafts::discard)
                .map(draft -> CatalogueView.of(draft, null)));
    }

    private Uni<List<Responsibility>> rules(Command command, List<SheetRow> rows, Locale language) {
        var division = command.actor().division();
        return departments.around(division, Department.class).map(known -> new RuleSheet(known, division)
                .rules(rows, language));
    }

    private static CatalogueView view(CatalogueVersionRow draft, List<Responsibility> rules, Locale language) {
        var version = new ResponsibilityCatalogue(draft.version, rules);
        return CatalogueView.of(draft, CatalogueChecks.equalRules(version, language));
    }
}
