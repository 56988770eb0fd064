package cn.minyi5.backends.guessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessedNamesTest {

    private static final Guesses.Rule RULE =
            new Guesses.Rule(5, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(10));
    private static final Instant NOW = Instant.parse("2026-11-05T01:00:00Z");

    private final GuessedNames names = new GuessedNames();

    @Test
    void whoGuessesWaitsLongerEachTimeAndNeverLongerThanTheLongest() {
        guess(4, "192.0.2.1");
        assertThat(waits("192.0.2.1", NOW)).isFalse();

        guess(1, "192.0.2.1");
        assertThat(waits("192.0.2.1", NOW.plusSeconds(1))).isTrue();
        assertThat(waits("192.0.2.1", NOW.plusSeconds(2))).isFalse();

        guess(100, "192.0.2.1");
        assertThat(waits("192.0.2.1", NOW.plusSeconds(9))).isTrue();
        assertThat(waits("192.0.2.1", NOW.plusSeconds(10))).isFalse();
    }

    @Test
    void nobodyWaitsWhoCallsFromElsewhereOrByAnotherName() {
        guess(100, "192.0.2.1");

        assertThat(waits("192.0.2.2", NOW)).isFalse();
        assertThat(names.mustWait("another", "192.0.2.1", NOW, RULE)).isFalse();
    }

    @Test
    void ofIpv6ANetworkWaits() {
        guess(100, "2001:db8:1:2::1");

        assertThat(waits("2001:db8:1:2:ffff::9", NOW)).isTrue();
        assertThat(waits("2001:db8:1:3::1", NOW)).isFalse();
    }

    @Test
    void aRightPasswordAndALongTimeBeginAnew() {
        guess(100, "192.0.2.1");
        names.right("clerk", "192.0.2.1");
        assertThat(waits("192.0.2.1", NOW)).isFalse();

        guess(4, "192.0.2.1");
        names.wrong("clerk", "192.0.2.1", NOW.plus(Duration.ofMinutes(11)), RULE);
        assertThat(waits("192.0.2.1", NOW.plus(Duration.ofMinutes(11)))).isFalse();
    }

    private void guess(int times, String address) {
        for (int time = 0; time < times; time++) {
            names.wrong("clerk", address, NOW, RULE);
        }
    }

    private boolean waits(String address, Instant at) {
        return names.mustWait("clerk", address, at, RULE);
    }
}
