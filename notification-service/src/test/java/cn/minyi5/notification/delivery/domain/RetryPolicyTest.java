package cn.minyi5.notification.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Test
    void waitsDoubleUpToTheLongestAndEndAfterTheLastTry() {
        var policy = new RetryPolicy(6, Duration.ofSeconds(10), Duration.ofMinutes(1));

        assertThat(waits(policy))
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(40),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1));
    }

    @Test
    void theDefaultsRetryForFourToFiveDays() {
        var policy = new RetryPolicy(125, Duration.ofSeconds(10), Duration.ofHours(1));

        assertThat(waits(policy).stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofDays(4), Duration.ofDays(5));
    }

    @Property
    void waitsNeverShrinkAndNeverExceedTheLongest(
            @ForAll @IntRange(min = 1, max = 200) int tries,
            @ForAll @IntRange(min = 1, max = 1000) int first,
            @ForAll @IntRange(min = 1, max = 100_000) int longest) {
        var waits = waits(new RetryPolicy(tries, Duration.ofMillis(first), Duration.ofMillis(longest)));

        assertThat(waits).hasSize(tries - 1).isSorted().allMatch(wait -> wait.toMillis() <= longest);
    }

    private static List<Duration> waits(RetryPolicy policy) {
        var waits = new ArrayList<Duration>();
        for (int tries = 1; policy.waitAfter(tries).isPresent(); tries++) {
            waits.add(policy.waitAfter(tries).get());
        }
        return waits;
    }
}
