package cn.minyi5.escalation.bulletin;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.Tally;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * 印发时与现在. A figure of an issued month as it was printed, and as it would be with all that has become known since.
 *
 * @param trend from then to now, by counts and not by rounded rates; null where one of them is a rate of nothing
 */
public record ComparedFigure(Figure asIssued, Figure knownNow, @Nullable Trend trend) {

    public enum Trend {
        UP,
        SAME,
        DOWN
    }

    static ComparedFigure of(Figure asIssued, Figure knownNow) {
        return new ComparedFigure(
                asIssued,
                knownNow,
                compare(asIssued, knownNow).map(ComparedFigure::trend).orElse(null));
    }

    /** Both lists have the same figures in the same order. */
    static List<ComparedFigure> of(List<Figure> asIssued, List<Figure> knownNow) {
        return IntStream.range(0, asIssued.size())
                .mapToObj(i -> of(asIssued.get(i), knownNow.get(i)))
                .toList();
    }

    private static Optional<Integer> compare(Figure then, Figure now) {
        if (then.value() == null || now.value() == null) {
            return Optional.empty();
        }
        var counts = now.value().compareTo(then.value());
        return Optional.of(now.tally()
                .map(tally -> tally.compareRate(then.tally().orElse(Tally.NOTHING)))
                .orElse(counts));
    }

    private static Trend trend(int difference) {
        return difference == 0 ? Trend.SAME : difference > 0 ? Trend.UP : Trend.DOWN;
    }
}
