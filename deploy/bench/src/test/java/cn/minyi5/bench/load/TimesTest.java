package cn.minyi5.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final long MILLI = 1_000_000;

    private final Times times = new Times();

    @Test
    void ninetyNineOfAHundredAreNotAboveTheP99() {
        LongStream.rangeClosed(1, 100).forEach(each -> times.add(each * MILLI));
        assertThat(times.p99()).isCloseTo(99, within(0.1));
        assertThat(times.p50()).isCloseTo(50, within(0.1));
    }

    @Test
    void aLateOneIsNotLostInASmallSample() {
        LongStream.of(1, 2, 500).forEach(each -> times.add(each * MILLI));
        assertThat(times.p99()).isCloseTo(500, within(0.5));
    }

    @Test
    void whatWasSeenBeforeItWasToldTookNoTime() {
        times.add(-MILLI);
        assertThat(times.p50()).isZero();
    }

    @Test
    void nothingHasNoQuantile() {
        assertThat(times.p50()).isNaN();
    }
}
