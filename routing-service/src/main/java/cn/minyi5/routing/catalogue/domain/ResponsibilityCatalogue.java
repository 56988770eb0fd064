package cn.minyi5.routing.catalogue.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 权责清单. One version of it. The rule with the longest category prefix wins, among those the one with the longest
 * division prefix, among those the one with the most conditions; two equal rules decide nothing: a person does.
 */
public final class ResponsibilityCatalogue {

    /** Any grid will do: rules that claim the same scope are compared by their conditions. */
    private static final GridCode ANYWHERE = new GridCode("000000000000000");

    private final int version;
    private final List<Responsibility> rules;
    private final Map<String, Map<String, List<Responsibility>>> byCategoryAndDivision;

    /** What the catalogue says to one case. */
    public sealed interface Decision {

        /** One rule wins; its township is the grid's. */
        record OneRule(int catalogueVersion, Responsibility rule, String lead, List<String> assisting)
                implements Decision {
            static OneRule of(int catalogueVersion, Responsibility rule, GridCode grid) {
                return new OneRule(catalogueVersion, rule, rule.leadIn(grid), rule.assistingIn(grid));
            }
        }

        /** Nothing is said about it: the dispatch desk decides. */
        record NoRule() implements Decision {}

        /** Said twice and with equal weight: the dispatch desk decides. */
        record EqualRules(List<Responsibility> rules) implements Decision {}
    }

    public ResponsibilityCatalogue(int version, Collection<Responsibility> rules) {
        this.version = version;
        this.rules = List.copyOf(rules);
        this.byCategoryAndDivision = rules.stream()
                .collect(groupingBy(
                        Responsibility::categoryPrefix,
                        groupingBy(Responsibility::divisionPrefix, LinkedHashMap::new, toList())));
    }

    public int version() {
        return version;
    }

    public List<Responsibility> rules() {
        return rules;
    }

    public Decision decide(Matter matter) {
        var winners = matching(matter).findFirst().orElse(List.of());
        return switch (winners.size()) {
            case 0 -> new Decision.NoRule();
            case 1 -> Decision.OneRule.of(version, winners.get(0), matter.grid());
            default -> new Decision.EqualRules(winners);
        };
    }

    /** All rules that speak for this case, those of one weight together, the weightiest first. */
    public Stream<List<Responsibility>> matching(Matter matter) {
        return prefixes(matter.categoryCode())
                .map(byCategoryAndDivision::get)
                .filter(Objects::nonNull)
                .flatMap(byDivision -> prefixes(matter.grid().value()).map(byDivision::get))
                .filter(Objects::nonNull)
                .flatMap(sameScope -> byConditions(sameScope, matter));
    }

    /** Those whose conditions are met, the most conditions first. */
    private static Stream<List<Responsibility>> byConditions(List<Responsibility> sameScope, Matter matter) {
        return sameScope.stream()
                .filter(rule -> rule.holdsFor(matter))
                .collect(groupingBy(
                        rule -> rule.scope().conditions(),
                        () -> new TreeMap<Integer, List<Responsibility>>(Comparator.reverseOrder()),
                        toList()))
                .values()
                .stream();
    }

    /** Rules of equal weight that can meet: what they meet at will wait for a person. */
    public List<List<Responsibility>> equalRules() {
        var equal = new LinkedHashSet<List<Responsibility>>();
        byCategoryAndDivision.values().stream()
                .flatMap(byDivision -> byDivision.values().stream())
                .filter(sameScope -> sameScope.size() > 1)
                .forEach(sameScope -> everyCondition()
                        .flatMap(matter -> byConditions(sameScope, matter).limit(1))
                        .filter(heaviest -> heaviest.size() > 1)
                        .forEach(equal::add));
        return List.copyOf(equal);
    }

    private static Stream<Matter> everyCondition() {
        return Stream.of(Urgency.values()).flatMap(urgency -> Stream.of(false, true)
                .map(confidential -> new Matter("", ANYWHERE, urgency, confidential)));
    }

    /** The longest first, the empty one last. */
    private static Stream<String> prefixes(String code) {
        return IntStream.rangeClosed(0, code.length()).mapToObj(cut -> code.substring(0, code.length() - cut));
    }
}
