package cn.minyi5.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void oneWildRoundDoesNotMoveIt() {
        assertThat(Median.of(0.61, 0.58, 97.0)).isEqualTo(0.61);
    }

    @Test
    void ofTwoItIsTheMiddleBetweenThem() {
        assertThat(Median.of(List.of(3.0, 1.0))).isEqualTo(2.0);
    }

    @Test
    void nothingHasNone() {
        assertThatThrownBy(Median::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMedianOfRatiosIsNotTheRatioOfMedians() {
        var rounds = List.of(new Pair(100, 50), new Pair(10, 9), new Pair(1_000, 100));
        assertThat(Median.of(rounds.stream().map(Pair::ratio).toList())).isEqualTo(0.5);
    }
}
