package cn.minyi5.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void ninetyNineOfAHundredAreNotAboveTheP99() {
        var times = Times.of(
                LongStream.rangeClosed(1, 100).map(each -> each * MILLI).toArray());
        assertThat(times.millis(0.99)).isEqualTo(99);
        assertThat(times.millis(0.5)).isEqualTo(50);
        assertThat(times.millis(1)).isEqualTo(100);
    }

    @Test
    void aLateOneIsNotLostInASmallSample() {
        assertThat(Times.of(MILLI, 2 * MILLI, 500 * MILLI).millis(0.99)).isEqualTo(500);
    }

    @Test
    void whatWasSeenBeforeItWasToldIsBelowZero() {
        assertThat(Times.of(-MILLI, MILLI, 2 * MILLI).millis(0.1)).isEqualTo(-1);
    }

    @Test
    void severalMeasurementsCountAsOne() {
        var together = Times.together(List.of(Times.of(3 * MILLI), Times.of(MILLI, 2 * MILLI)));
        assertThat(together.count()).isEqualTo(3);
        assertThat(together.millis(0.5)).isEqualTo(2);
    }

    @Test
    void nothingHasNoQuantile() {
        assertThat(Times.of().millis(0.5)).isNaN();
        assertThatThrownBy(() -> Times.of(MILLI).millis(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aQuantileIsOneOfTheTimesAndCoversItsShare(@ForAll @Size(min = 1, max = 200) List<Integer> nanos) {
        var times = Times.of(nanos.stream().mapToLong(Integer::longValue).toArray());
        var p90 = times.millis(0.9);
        assertThat(nanos.stream().map(each -> each / 1e6)).contains(p90);
        assertThat(nanos.stream().filter(each -> each / 1e6 <= p90).count())
                .isGreaterThanOrEqualTo((long) Math.ceil(0.9 * nanos.size()));
    }
}
