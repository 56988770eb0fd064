package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Refusal;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P03", "08006", "53300"})
    void aDatabaseThatIsAwayOrFullIsWaitedFor(String state) {
        assertThat(Failure.of(new PgException("away", "FATAL", state, ""))).isEqualTo(Failure.PASSING);
    }

    @Test
    void aBrokenConnectionIsWaitedForHoweverDeepItIsWrapped() {
        assertThat(Failure.of(new CompletionException(new IOException("reset"))))
                .isEqualTo(Failure.PASSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40P01", "42P01"})
    void aDatabaseThatSaysNoIsTriedAFewTimes(String state) {
        assertThat(Failure.of(new PgException("no", "ERROR", state, ""))).isEqualTo(Failure.DOUBTFUL);
    }

    @Test
    void whatARuleRefusesOrNobodyCanReadIsSetAsideAtOnce() {
        assertThat(Failure.of(Refusal.conflict("work-order.wrong-state"))).isEqualTo(Failure.LASTING);
        assertThat(Failure.of(new Envelope.Unreadable("no header"))).isEqualTo(Failure.LASTING);
        assertThat(Failure.of(new IllegalStateException("a bug"))).isEqualTo(Failure.DOUBTFUL);
    }

    @Test
    void whatCameTooEarlyWaitsHoweverDeepItIsWrapped() {
        assertThat(Failure.of(new CompletionException(new NotYet("the order")))).isEqualTo(Failure.EARLY);
    }

    @Property
    void theWaitGrowsAndNeverPassesTheLongest(@ForAll @IntRange(min = 1, max = 1_000) int tries) {
        var backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));
        assertThat(backoff.after(tries)).isBetween(Duration.ofMillis(50), Duration.ofSeconds(5));
        assertThat(backoff.after(tries + 1)).isGreaterThanOrEqualTo(backoff.after(tries));
    }
}
