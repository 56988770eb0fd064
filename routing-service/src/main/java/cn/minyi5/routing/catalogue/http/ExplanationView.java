package cn.minyi5.routing.catalogue.http;

import cn.minyi5.routing.catalogue.CatalogueVersions.Explanation;
import cn.minyi5.routing.catalogue.domain.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says.
 *
 * @param lead absent where the dispatch desk decides
 * @param rule the one that won
 * @param weighed all rules that speak for the case, the weightiest first
 */
record ExplanationView(
        Outcome outcome,
        @Nullable Integer catalogueVersion,
        @Nullable String lead,
        List<String> assisting,
        @Nullable RuleView rule,
        List<RuleView> weighed) {

    enum Outcome {
        ONE_RULE,
        NO_RULE,
        EQUAL_RULES
    }

    static ExplanationView of(Explanation explanation) {
        var weighed = explanation.weighed().stream().map(RuleView::of).toList();
        if (explanation.decision() instanceof Decision.OneRule one) {
            return new ExplanationView(
                    Outcome.ONE_RULE,
                    explanation.version(),
                    one.lead(),
                    one.assisting(),
                    RuleView.of(one.rule()),
                    weighed);
        }
        var outcome = weighed.isEmpty() ? Outcome.NO_RULE : Outcome.EQUAL_RULES;
        return new ExplanationView(outcome, explanation.version(), null, List.of(), null, weighed);
    }
}
