package cn.minyi5.routing.suggestion.domain;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * 自动派单规则. From how much confidence on a suggestion decides alone to whom the requests of one category go, where the
 * catalogue names nobody. Without such a policy no suggestion ever decides.
 *
 * @param version counts the policies of the division; what was decided by it names it
 * @param minimumConfidence 0.5 to 1
 */
public record SuggestionPolicy(DivisionCode division, int version, String categoryCode, double minimumConfidence) {

    /** Below it something else is as probable. */
    public static final double LEAST = 0.5;

    public static final int LONGEST_CATEGORY = 8;

    public SuggestionPolicy {
        if (!categoryCode.matches("[A-Z0-9]{1,8}")) {
            throw Refusal.invalid("suggestion.category-malformed", "category").with("value", categoryCode);
        }
        if (!(minimumConfidence >= LEAST && minimumConfidence <= 1)) {
            throw Refusal.invalid("suggestion.confidence-out-of-range", "minimumConfidence")
                    .with("least", LEAST);
        }
    }

    public boolean isAbout(GridCode grid, String category) {
        return division.contains(grid.division()) && categoryCode.equals(category);
    }

    /** @param suggested departments, the most probable first */
    public Optional<SuggestedLead> decide(int modelVersion, List<Suggestion> suggested) {
        return suggested.stream()
                .findFirst()
                .filter(best -> best.confidence() >= minimumConfidence)
                .map(best -> SuggestedLead.of(best, modelVersion, this));
    }
}
