package cn.minyi5.routing.catalogue.domain;

import cn.minyi5.contracts.language.GridCode;
import java.util.List;

/** What the catalogue says to one case. */
public sealed interface Decision {

    /** One rule wins; its township is the grid's. */
    record OneRule(int catalogueVersion, Responsibility rule, String lead, List<String> assisting) implements Decision {
        static OneRule of(int catalogueVersion, Responsibility rule, GridCode grid) {
            return new OneRule(catalogueVersion, rule, rule.leadIn(grid), rule.assistingIn(grid));
        }
    }

    /** Nothing is said about it: the dispatch desk decides. */
    record NoRule() implements Decision {}

    /** Said twice and with equal weight: the dispatch desk decides. */
    record EqualRules(List<Responsibility> rules) implements Decision {}
}
