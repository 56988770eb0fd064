package cn.minyi5.routing.catalogue.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.minyi5.contracts.language.GridCode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 权责清单. One version of it. The rule with the longest category prefix wins, among those the one with the longest
 * division prefix; two equal rules decide nothing: a person does.
 */
public final class ResponsibilityCatalogue {

    private final int version;
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
        this.byCategoryAndDivision = rules.stream()
                .collect(groupingBy(
                        Responsibility::categoryPrefix,
                        groupingBy(Responsibility::divisionPrefix, LinkedHashMap::new, toList())));
    }

    public int version() {
        return version;
    }

    public Decision decide(String categoryCode, GridCode grid) {
        var winners = matching(categoryCode, grid).findFirst().orElse(List.of());
        return switch (winners.size()) {
            case 0 -> new Decision.NoRule();
            case 1 -> Decision.OneRule.of(version, winners.get(0), grid);
            default -> new Decision.EqualRules(winners);
        };
    }

    /** All rules that speak for this case, those of one scope together, the winning scope first. */
    public Stream<List<Responsibility>> matching(String categoryCode, GridCode grid) {
        return prefixes(categoryCode)
                .map(byCategoryAndDivision::get)
                .filter(Objects::nonNull)
                .flatMap(byDivision -> prefixes(grid.value()).map(byDivision::get))
                .filter(Objects::nonNull);
    }

    /** Rules that claim the same scope: cases in it will wait for a person. */
    public List<List<Responsibility>> equalRules() {
        return byCategoryAndDivision.values().stream()
                .flatMap(byDivision -> byDivision.values().stream())
                .filter(rules -> rules.size() > 1)
                .toList();
    }

    /** The longest first, the empty one last. */
    private static Stream<String> prefixes(String code) {
        return IntStream.rangeClosed(0, code.length()).mapToObj(cut -> code.substring(0, code.length() - cut));
    }
}
