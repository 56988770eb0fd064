package cn.minyi5.routing.catalogue.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.catalogue.domain.CatalogueVersion;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a whole new catalogue as a draft, all rows or none, and says what in it wants a second look. */
@ApplicationScoped
public class DraftCatalogue {

    private final CatalogueVersions versions;
    private final Departments departments;

    DraftCatalogue(CatalogueVersions versions, Departments departments) {
        this.versions = versions;
        this.departments = departments;
    }

    /** @param equalRules rules that claim the same scope: cases in it will wait for the dispatch desk */
    public record Draft(CatalogueVersion version, List<List<Responsibility>> equalRules) {}

    /**
     * @throws Refusal {@code catalogue.without-rules}; {@code catalogue.rows-refused}, whose detail {@code refused} is a
     *     list of {@link RefusedRow}
     */
    public Uni<Draft> handle(Transaction tx, LocalDate effectiveFrom, List<RuleRow> rows, String by) {
        if (rows.isEmpty()) {
            throw Refusal.invalid("catalogue.without-rules", "body");
        }
        var named = rows.stream().flatMap(RuleRow::departments).collect(Collectors.toSet());
        return departments
                .unknownAmong(tx, named)
                .map(unknown -> rules(rows, unknown))
                .flatMap(rules -> versions.draft(tx, effectiveFrom, rules, by)
                        .map(version -> new Draft(
                                version, new ResponsibilityCatalogue(version.version(), rules).equalRules())));
    }

    private static List<Responsibility> rules(List<RuleRow> rows, Set<String> unknownDepartments) {
        var rules = new ArrayList<Responsibility>(rows.size());
        var refused = new ArrayList<RefusedRow>();
        for (var row : rows) {
            try {
                rules.add(row.rule(unknownDepartments));
            } catch (Refusal because) {
                refused.add(new RefusedRow(row.row(), because));
            }
        }
        if (!refused.isEmpty()) {
            throw Refusal.invalid("catalogue.rows-refused", "body")
                    .with("count", refused.size())
                    .with("refused", refused);
        }
        return rules;
    }
}
