package cn.minyi5.escalation.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.Tally;
import cn.minyi5.escalation.bulletin.ComparedFigure.Trend;
import org.junit.jupiter.api.Test;

class ComparedFigureTest {

    @Test
    void aRateThatFellByLessThanIsPrintedHasFallen() {
        var then = Figure.rate("sign-on-time-rate", new Tally(9_685, 10_000));
        var now = Figure.rate("sign-on-time-rate", new Tally(96_849, 100_000));

        assertThat(now.value()).isEqualTo(then.value());
        assertThat(ComparedFigure.of(then, now).trend()).isEqualTo(Trend.DOWN);
        assertThat(ComparedFigure.of(now, then).trend()).isEqualTo(Trend.UP);
    }

    @Test
    void twoThirdsAreFourSixths() {
        assertThat(ComparedFigure.of(
                                Figure.rate("solved-rate", new Tally(2, 3)),
                                Figure.rate("solved-rate", new Tally(4, 6)))
                        .trend())
                .isEqualTo(Trend.SAME);
    }

    @Test
    void countsAreComparedAsTheyAreAndARateOfNothingNot() {
        assertThat(ComparedFigure.of(Figure.count("collected", 9), Figure.count("collected", 10))
                        .trend())
                .isEqualTo(Trend.UP);
        assertThat(ComparedFigure.of(
                                Figure.rate("solved-rate", Tally.NOTHING), Figure.rate("solved-rate", new Tally(1, 1)))
                        .trend())
                .isNull();
    }
}
