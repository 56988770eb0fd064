package cn.minyi5.routing.catalogue;

import cn.minyi5.routing.catalogue.domain.Matter;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "Why them?" What the catalogue says about a category in a grid.
 *
 * @param catalogueVersion absent if none was in force
 * @param lead absent where the dispatch desk decides
 * @param rule the one that won
 * @param weighed all rules that speak for the case, the weightiest first
 */
public record ExplanationView(
        Outcome outcome,
        @Nullable Integer catalogueVersion,
        @Nullable String lead,
        List<String> assisting,
        @Nullable Responsibility rule,
        List<Responsibility> weighed) {

    public enum Outcome {
        ONE_RULE,
        NO_RULE,
        EQUAL_RULES
    }

    static ExplanationView of(ResponsibilityCatalogue catalogue, Matter matter) {
        var version = catalogue.version() == CataloguesInForce.NONE ? null : catalogue.version();
        var weighed = catalogue.matching(matter).flatMap(List::stream).toList();
        if (catalogue.decide(matter) instanceof Decision.OneRule one) {
            return new ExplanationView(Outcome.ONE_RULE, version, one.lead(), one.assisting(), one.rule(), weighed);
        }
        var outcome = weighed.isEmpty() ? Outcome.NO_RULE : Outcome.EQUAL_RULES;
        return new ExplanationView(outcome, version, null, List.of(), null, weighed);
    }
}
