package cn.minyi5.contracts.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Compared by counts, not by rounded rates (DOMAIN §6). */
class TallyTest {

    @Test
    void ratesThatRoundToTheSameAreStillMoreOrLess() {
        var less = new Tally(96_849, 100_000);
        var more = new Tally(9_685, 10_000);

        assertThat(less.rate()).isEqualTo(more.rate());
        assertThat(less.compareRate(more)).isNegative();
        assertThat(more.compareRate(less)).isPositive();
        assertThat(new Tally(1, 3).compareRate(new Tally(2, 6))).isZero();
    }

    @Test
    void oneMissingOfManyIsNotAll() {
        assertThat(new Tally(19_999, 20_000).rate()).isEqualByComparingTo("1");
        assertThat(new Tally(19_999, 20_000).isAll()).isFalse();
        assertThat(new Tally(20_000, 20_000).isAll()).isTrue();
    }

    @Test
    void ofNothingThereIsNoRateToCompare() {
        assertThat(Tally.NOTHING.rate()).isNull();
        assertThatThrownBy(() -> Tally.NOTHING.compareRate(new Tally(1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
