package cn.minyi5.intake.grading.domain;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 分级分类规则. What the county thinks of requests of some categories or with some words in them: how soon they hurt, or to
 * which category they belong.
 *
 * @param number which names it, and decides between equals: the lower one
 * @param categoryPrefix empty: of any category
 * @param words of which one must be said; empty: whatever is said
 * @param reason as the secretary reads it
 */
public record GradingRule(
        int number,
        String categoryPrefix,
        List<String> words,
        @Nullable Urgency urgency,
        @Nullable String category,
        String reason) {

    public GradingRule {
        words = List.copyOf(words);
        if (categoryPrefix.isEmpty() && words.isEmpty()) {
            throw Refusal.invalid("grading.rule-for-everything", "words");
        }
        if ((urgency == null) == (category == null)) {
            throw Refusal.invalid("grading.rule-for-one-thing", "urgency");
        }
    }

    boolean isFor(@Nullable String categoryCode, String text) {
        return (categoryPrefix.isEmpty() || categoryCode != null && categoryCode.startsWith(categoryPrefix))
                && (words.isEmpty() || wordsIn(text) > 0);
    }

    long wordsIn(String text) {
        return words.stream().filter(text::contains).count();
    }
}
