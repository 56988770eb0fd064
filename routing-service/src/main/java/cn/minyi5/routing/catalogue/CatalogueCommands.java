package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.SheetRow;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** New versions of the catalogue: drafted as a whole, all rows or none, then published. */
@ApplicationScoped
public class CatalogueCommands {

    /** A county has some hundred; that many still fit, by their scopes, into the one event that tells of them. */
    private static final int MOST_RULES = 5_000;

    private final Idempotency idempotency;
    private final CatalogueVersions versions;
    private final Departments departments;
    private final Outbox outbox;

    CatalogueCommands(Idempotency idempotency, CatalogueVersions versions, Departments departments, Outbox outbox) {
        this.idempotency = idempotency;
        this.versions = versions;
        this.departments = departments;
        this.outbox = outbox;
    }

    /**
     * Stores a draft and says what in it wants a second look.
     *
     * @param rows category_prefix, division_prefix, lead, assisting (separated by {@code |}), clause
     */
    public Uni<CatalogueView> draft(Command command, LocalDate effectiveFrom, List<SheetRow> rows, Locale language) {
        return idempotency.once(command, CatalogueView.class, now -> departments
                .around(command.actor().division(), Department.class)
                .map(known -> rules(rows, known, command.actor().division(), language))
                .flatMap(rules -> versions.draft(effectiveFrom, rules, command.actor(), now)
                        .map(version -> CatalogueView.of(version, findings(rules, language)))));
    }

    /**
     * Puts a draft in force from its day on and tells everybody, with the names of the departments. Publishing once more
     * changes nothing and tells nobody.
     */
    public Uni<CatalogueView> publish(Command command, int version) {
        return idempotency.once(command, CatalogueView.class, now -> versions.locked(
                        version, command.actor().division())
                .call(found -> found.publishedAt == null
                        ? publish(found, now)
                        : Uni.createFrom().voidItem())
                .map(found -> CatalogueView.of(found, null)));
    }

    private Uni<Void> publish(CatalogueVersionRow draft, Instant now) {
        return versions.publish(draft, now)
                .chain(() -> departments.around(new DivisionCode(draft.division), CatalogueEvent.Department.class))
                .flatMap(all -> versions.scopes(draft)
                        .invoke(scopes -> outbox.announce(new CatalogueEvent.Published(
                                draft.version, draft.effectiveFrom, draft.rules, all, draft.division, scopes))))
                .replaceWithVoid();
    }

    private static List<Responsibility> rules(
            List<SheetRow> rows, List<Department> departments, DivisionCode jurisdiction, Locale language) {
        if (rows.isEmpty()) {
            throw Refusal.invalid("catalogue.without-rules", "body");
        }
        if (rows.size() > MOST_RULES) {
            throw Refusal.invalid("catalogue.too-many-rules", "body").with("most", MOST_RULES);
        }
        var checked = CheckedRows.check(rows, row -> rule(row, departments, jurisdiction), Responsibility::row);
        if (!checked.refused().isEmpty()) {
            throw Refusal.invalid("catalogue.rows-refused", "body")
                    .with("count", checked.refused().size())
                    .with("refused", CheckedRowsView.of(checked, language).refused());
        }
        return checked.good();
    }

    /** An administrator says who answers inside the own prefix alone; no prefix is all of it. */
    private static Responsibility rule(SheetRow row, List<Department> departments, DivisionCode jurisdiction) {
        var place = row.cell("division_prefix");
        if (!place.isEmpty() && !place.startsWith(jurisdiction.value())) {
            throw Refusal.invalid("rule.outside-jurisdiction", "division_prefix")
                    .with("value", place)
                    .with("jurisdiction", jurisdiction.value());
        }
        var lead = row.cell("lead");
        var assisting = Stream.of(row.cell("assisting").split("\\|"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
        var around = place.isEmpty() ? jurisdiction.value() : place;
        requireKnown(lead, "lead", around, departments);
        assisting.forEach(code -> requireKnown(code, "assisting", around, departments));
        return new Responsibility(
                UuidCreator.getTimeOrderedEpoch(),
                row.number(),
                row.cell("category_prefix"),
                place,
                lead,
                assisting,
                row.cell("clause"));
    }

    /** A rule for a city may name what each of its counties calls by one code. */
    private static void requireKnown(String code, String field, String place, List<Department> departments) {
        var known = departments.stream()
                .filter(department -> department.code().equals(code))
                .map(Department::division)
                .anyMatch(division -> place.startsWith(division) || division.startsWith(place));
        if (!code.isEmpty() && !code.equals(Responsibility.TOWNSHIP) && !known) {
            throw Refusal.invalid("department.unknown", field).with("value", code);
        }
    }

    private static List<CatalogueView.Finding> findings(List<Responsibility> rules, Locale language) {
        return new ResponsibilityCatalogue(CatalogueVersions.NONE, rules)
                .equalRules().stream()
                        .map(equal -> CatalogueView.Finding.equalRules(equal, language))
                        .toList();
    }
}
