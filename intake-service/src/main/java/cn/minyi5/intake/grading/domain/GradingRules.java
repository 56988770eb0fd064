package cn.minyi5.intake.grading.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import cn.minyi5.contracts.language.Urgency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rules for one place. */
public record GradingRules(List<GradingRule> rules) {

    /** Of history, which was graded where it was kept. */
    public static final GradingRules NONE = new GradingRules(List.of());

    /**
     * 建议. What the rules think of a request.
     *
     * @param urgency null where no rule speaks
     * @param category null where no rule speaks, or for the one that was chosen
     * @param reason of the rules that speak; null without any
     */
    public record Proposal(@Nullable Urgency urgency, @Nullable String category, @Nullable String reason) {

        /** What counts: the secretary's word, else the rules', else nothing out of the ordinary. */
        public Urgency urgencyUnless(@Nullable Urgency chosen) {
            return Objects.requireNonNullElse(chosen, Objects.requireNonNullElse(urgency, Urgency.NORMAL));
        }
    }

    /**
     * The most urgent rule wins; of categories the one of which most words are said.
     *
     * @param categoryCode the secretary's choice; null while there is none
     */
    public Proposal propose(@Nullable String categoryCode, String text) {
        var speaking =
                rules.stream().filter(rule -> rule.isFor(categoryCode, text)).toList();
        var urgency = speaking.stream()
                .filter(rule -> rule.urgency() != null)
                .min(comparing(GradingRule::urgency).reversed().thenComparing(comparingInt(GradingRule::number)));
        var category = speaking.stream()
                .filter(rule -> rule.category() != null)
                .min(comparingLong((GradingRule rule) -> rule.wordsIn(text))
                        .reversed()
                        .thenComparing(comparingInt(GradingRule::number)))
                .filter(rule -> !Objects.equals(rule.category(), categoryCode));
        var reasons = Stream.of(urgency, category)
                .flatMap(Optional::stream)
                .map(GradingRule::reason)
                .distinct()
                .collect(Collectors.joining("；"));
        return new Proposal(
                urgency.map(GradingRule::urgency).orElse(null),
                category.map(GradingRule::category).orElse(null),
                reasons.isEmpty() ? null : reasons);
    }
}
