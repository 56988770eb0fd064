package cn.minyi5.escalation.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.Tally;
import cn.minyi5.escalation.figures.domain.FigureCode;
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
        var rate = figure(FigureCode.ON_SPOT_RATE, new Tally(9_629, 9_942));

        assertThat(rate).isEqualTo(new Figure("on-spot-rate", new BigDecimal("0.9685"), 9_629L, 9_942L));
    }

    @Test
    void aRateOfNothingHasNoValue() {
        assertThat(FigureCode.SOLVED_RATE.figure(Map.of())).isEqualTo(new Figure("solved-rate", null, 0L, 0L));
    }

    @Test
    void aCountHasItsValueOnly() {
        assertThat(figure(FigureCode.COLLECTED, new Tally(7, 7)))
                .isEqualTo(new Figure("collected", BigDecimal.valueOf(7), null, null));
    }

    @Test
    void figuresComeInTheOrderInWhichTheyArePrintedAndNoneIsMissing() {
        var tallies = new Tallies(Map.of(Tallies.WHOLE, Map.of(FigureCode.COLLECTED, new Tally(1, 1))));

        var figures = tallies.whole(List.of(FigureCode.ANSWER_RATE, FigureCode.COLLECTED));

        assertThat(figures).extracting(Figure::code).containsExactly("collected", "answer-rate");
    }

    @Test
    void anUnknownFigureIsNotFound() {
        assertThatThrownBy(() -> FigureCode.of("on-time")).hasMessage("figure.unknown");
    }

    @Test
    void ordersReturnedInAMonthAreComparedWithTheOrdersDispatchedInIt() {
        var tallies = Map.of(FigureCode.RETURNED, new Tally(3, 4), FigureCode.DISPATCHED, new Tally(2, 2));

        assertThat(FigureCode.RETURN_RATE.figure(tallies))
                .isEqualTo(new Figure("return-rate", new BigDecimal("1.5000"), 3L, 2L));
        assertThat(FigureCode.RETURN_RATE.figure(Map.of(FigureCode.RETURNED, new Tally(1, 1))))
                .isEqualTo(new Figure("return-rate", null, 1L, 0L));
    }

    @Test
    void aReturnRateThatWasFrozenWithRowsOfItsOwnStaysAsItWasIssued() {
        assertThat(figure(FigureCode.RETURN_RATE, new Tally(1, 4)).numerator()).isEqualTo(1L);
    }

    private static Figure figure(FigureCode code, Tally tally) {
        return code.figure(Map.of(code, tally));
    }

    @Property
    void aRateLiesBetweenNoneAndAll(
            @ForAll @LongRange(max = 1_000_000) long counted, @ForAll @LongRange(min = 1, max = 1_000_000) long more) {
        var rate = figure(FigureCode.ANSWER_RATE, new Tally(counted, counted + more))
                .value();

        assertThat(rate).isBetween(BigDecimal.ZERO, BigDecimal.ONE).hasScaleOf(4);
    }
}
