package cn.minyi5.routing.suggestion.domain;

import java.util.Locale;

/**
 * To whom a suggestion has dispatched a request, and what the timeline says of it.
 *
 * @param words which model, how sure, on what ground, and which policy let it
 */
public record SuggestedLead(String department, String words) {

    static SuggestedLead of(Suggestion best, int modelVersion, SuggestionPolicy policy) {
        var words = String.format(
                Locale.ROOT,
                "权责清单没有指明主办单位，按第%d号自动派单规则（%s类置信度不低于%.2f）由建议派单：建议模型第%d版，置信度%.2f，依据“%s”",
                policy.version(),
                policy.categoryCode(),
                policy.minimumConfidence(),
                modelVersion,
                // Never as more than it was, such as 0.95 for what is below the line.
                Math.floor(best.confidence() * 100) / 100,
                String.join("、", best.words()));
        return new SuggestedLead(best.code(), words);
    }
}
