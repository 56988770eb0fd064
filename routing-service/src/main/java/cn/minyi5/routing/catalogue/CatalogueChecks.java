package cn.minyi5.routing.catalogue;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.CatalogueComparison;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.routing.catalogue.domain.KnownGround;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 检查. What a version leaves open, says twice or changes, before it is in force. */
@ApplicationScoped
public class CatalogueChecks {

    /** By hand, because it groups: where what was asked in two years. What is confidential goes past the catalogue. */
    private static final String ASKED =
            """
            select distinct category_code, left(grid_code, 9) as township from work_order
            where opened_at > now() - interval '2 years' and starts_with(grid_code, $1) and not confidential""";

    private final Transactions transactions;
    private final Sql sql;
    private final CatalogueVersions versions;
    private final CataloguesInForce inForce;
    private final Departments departments;

    CatalogueChecks(
            Transactions transactions,
            Sql sql,
            CatalogueVersions versions,
            CataloguesInForce inForce,
            Departments departments) {
        this.transactions = transactions;
        this.sql = sql;
        this.versions = versions;
        this.inForce = inForce;
        this.departments = departments;
    }

    private record Asked(String categoryCode, String township) {}

    public Uni<CheckView> check(Actor actor, int version, Locale language) {
        return transactions.read(() -> versions.own(version, actor.division()).flatMap(row -> check(row, language)));
    }

    /** Within a unit of work. */
    Uni<CheckView> check(CatalogueVersionRow row, Locale language) {
        var division = new DivisionCode(row.division);
        return versions.allRules(row).flatMap(rules -> departments
                .around(division, Department.class)
                .flatMap(known -> sql.list(Asked.class, ASKED, division).flatMap(asked -> inForce.at(
                                division,
                                row.effectiveFrom.atStartOfDay(CountyTime.ZONE).toInstant())
                        .map(before -> check(row, rules, known, asked, before, language)))));
    }

    private static CheckView check(
            CatalogueVersionRow row,
            List<Responsibility> rules,
            List<Department> departments,
            List<Asked> asked,
            ResponsibilityCatalogue before,
            Locale language) {
        var sheet = new RuleSheet(departments, new DivisionCode(row.division));
        var version = new ResponsibilityCatalogue(row.version, rules);
        var townships = departments.stream().map(Department::code).filter(code -> code.matches("\\d{9}"));
        var ground = KnownGround.of(
                asked.stream().map(Asked::categoryCode).toList(),
                Stream.concat(asked.stream().map(Asked::township), townships).toList(),
                Stream.concat(rules.stream(), before.rules().stream()).toList());
        var compared = CatalogueComparison.of(version, before, ground);
        var findings = new ArrayList<>(equalRules(version, language));
        unknown(rules, sheet).forEach((code, rows) -> findings.add(Finding.unknownDepartment(code, rows, language)));
        if (!compared.gaps().isEmpty()) {
            findings.add(Finding.gaps(compared.gaps(), language));
        }
        var strange = ground.townships().stream()
                .filter(township -> !sheet.isKnown(township, township))
                .toList();
        if (!strange.isEmpty() && namesTownships(rules)) {
            findings.add(Finding.townshipsUnknown(strange, language));
        }
        return CheckView.of(row.version, before.version(), findings, compared);
    }

    static List<Finding> equalRules(ResponsibilityCatalogue version, Locale language) {
        return version.equalRules().stream()
                .map(equal -> Finding.equalRules(equal, language))
                .toList();
    }

    /** Rows by the department that they name and nobody knows. */
    private static Map<String, List<Integer>> unknown(List<Responsibility> rules, RuleSheet sheet) {
        return rules.stream()
                .flatMap(rule -> named(rule)
                        .filter(code -> !sheet.isKnown(code, rule.divisionPrefix()))
                        .map(code -> Map.entry(code, rule.row())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static boolean namesTownships(List<Responsibility> rules) {
        return rules.stream().flatMap(CatalogueChecks::named).anyMatch(Responsibility.TOWNSHIP::equals);
    }

    private static Stream<String> named(Responsibility rule) {
        return Stream.concat(Stream.of(rule.lead()), rule.assisting().stream()).distinct();
    }
}
