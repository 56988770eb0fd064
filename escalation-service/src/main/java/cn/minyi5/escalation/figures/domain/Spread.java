package cn.minyi5.escalation.figures.domain;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** 中位数与九成. The middle of some durations, and what nine of ten of them do not exceed. */
public record Spread(Duration median, Duration p90) {

    private static final double MIDDLE = 0.5;
    private static final double NINE_OF_TEN = 0.9;

    /** Empty of none. */
    public static Optional<Spread> of(Collection<Duration> durations) {
        var sorted = durations.stream().sorted().toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spread(quantile(sorted, MIDDLE), quantile(sorted, NINE_OF_TEN)));
    }

    /** Between two, in proportion: as PERCENTILE of a spreadsheet and percentile_cont of PostgreSQL have it. */
    private static Duration quantile(List<Duration> sorted, double share) {
        var place = share * (sorted.size() - 1);
        var below = sorted.get((int) Math.floor(place));
        var above = sorted.get((int) Math.ceil(place));
        var millis = Math.round(above.minus(below).toMillis() * (place - Math.floor(place)));
        return below.plusMillis(millis);
    }
}
