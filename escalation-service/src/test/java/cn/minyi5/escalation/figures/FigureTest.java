package cn.minyi5.escalation.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Tally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void theCountysOnSpotRateIs9685() {
        var rate = Figure.of(FigureCode.ON_SPOT_RATE, new Tally(9_629, 9_942));

        assertThat(rate).isEqualTo(new Figure("on-spot-rate", new BigDecimal("0.9685"), 9_629L, 9_942L));
    }

    @Test
    void aRateOfNothingHasNoValue() {
        assertThat(Figure.of(FigureCode.SOLVED_RATE, Tally.NOTHING)).isEqualTo(new Figure("solved-rate", null, 0L, 0L));
    }

    @Test
    void aCountHasItsValueOnly() {
        assertThat(Figure.of(FigureCode.COLLECTED, new Tally(7, 7)))
                .isEqualTo(new Figure("collected", BigDecimal.valueOf(7), null, null));
    }

    @Test
    void figuresComeInTheOrderInWhichTheyArePrintedAndNoneIsMissing() {
        var figures = Figure.of(
                List.of(FigureCode.ANSWER_RATE, FigureCode.COLLECTED), Map.of(FigureCode.COLLECTED, new Tally(1, 1)));

        assertThat(figures).extracting(Figure::code).containsExactly("collected", "answer-rate");
    }

    @Test
    void anUnknownFigureIsNotFound() {
        assertThatThrownBy(() -> FigureCode.of("on-time")).hasMessage("figure.unknown");
    }

    @Property
    void aRateLiesBetweenNoneAndAll(
            @ForAll @LongRange(max = 1_000_000) long counted, @ForAll @LongRange(min = 1, max = 1_000_000) long more) {
        var rate = Figure.of(FigureCode.ANSWER_RATE, new Tally(counted, counted + more))
                .value();

        assertThat(rate).isBetween(BigDecimal.ZERO, BigDecimal.ONE).hasScaleOf(4);
    }
}
