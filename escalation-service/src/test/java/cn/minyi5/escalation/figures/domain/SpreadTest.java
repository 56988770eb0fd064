package cn.minyi5.escalation.figures.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void ofOneToTenMinutesTheMiddleIsFiveAndAHalfAndNineOfTenTakeNineAndATenth() {
        var minutes =
                LongStream.rangeClosed(1, 10).mapToObj(Duration::ofMinutes).toList();

        assertThat(Spread.of(minutes)).contains(new Spread(Duration.ofSeconds(330), Duration.ofSeconds(546)));
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(Spread.of(List.of())).isEmpty();
    }

    @Property(tries = 200)
    void halfOfThemDoNotExceedTheMiddleAndNineOfTenNotTheOther(
            @ForAll @NotEmpty List<@LongRange(min = 0, max = 1_000_000) Long> seconds) {
        var durations = seconds.stream().map(Duration::ofSeconds).toList();

        var spread = Spread.of(durations).orElseThrow();

        assertThat(share(durations, spread.median())).isGreaterThanOrEqualTo(0.5 - 1.0 / durations.size());
        assertThat(share(durations, spread.p90())).isGreaterThanOrEqualTo(0.9 - 1.0 / durations.size());
        assertThat(share(durations, spread.p90().minusMillis(1))).isLessThanOrEqualTo(0.9 + 1.0 / durations.size());
        assertThat(durations.stream().max(Duration::compareTo).orElseThrow()).isGreaterThanOrEqualTo(spread.p90());
    }

    private static double share(List<Duration> durations, Duration most) {
        return (double) durations.stream()
                        .filter(one -> one.compareTo(most) <= 0)
                        .count()
                / durations.size();
    }
}
