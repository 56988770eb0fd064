package cn.minyi5.routing.suggestion.domain;

import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * 留出检验. How a model judged orders that it had not learnt from.
 *
 * @param orders that were judged
 * @param first of which its first suggestion was what it became
 * @param amongThree of which one of its three was
 * @param sure for each of {@link #CONFIDENCES}: of how many it was at least so sure of its first
 * @param sureAndRight of how many of those it was right
 */
@Embeddable
public record HeldOutFigures(int orders, int first, int amongThree, List<Integer> sure, List<Integer> sureAndRight) {

    /** Where somebody might draw a line above which a suggestion decides. */
    public static final List<Double> CONFIDENCES = List.of(0.5, 0.7, 0.8, 0.9, 0.95, 0.99);

    /** @param suggested the best first */
    public record Judged(String became, List<Suggestion> suggested) {

        boolean isFirst() {
            return !suggested.isEmpty() && suggested.get(0).code().equals(became);
        }

        boolean isAmongThree() {
            return suggested.stream().limit(Suggestion.MOST).anyMatch(one -> one.code()
                    .equals(became));
        }

        boolean isSure(double confidence) {
            return !suggested.isEmpty() && suggested.get(0).confidence() >= confidence;
        }
    }

    public static HeldOutFigures of(Collection<Judged> judged) {
        return new HeldOutFigures(
                judged.size(),
                count(judged, Judged::isFirst),
                count(judged, Judged::isAmongThree),
                CONFIDENCES.stream()
                        .map(confidence -> count(judged, one -> one.isSure(confidence)))
                        .toList(),
                CONFIDENCES.stream()
                        .map(confidence -> count(judged, one -> one.isSure(confidence) && one.isFirst()))
                        .toList());
    }

    private static int count(Collection<Judged> judged, Predicate<Judged> which) {
        return Math.toIntExact(judged.stream().filter(which).count());
    }
}
