package cn.minyi5.notification.document.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.Tally;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedFiguresTest {

    @ParameterizedTest
    @CsvSource({"0.9685, 96.85%", "1, 100.00%", "1.0000, 100.00%", "0, 0.00%", "0.5, 50.00%", "0.33333, 33.333%"})
    void aRateIsShownInPercentAndNeverRounded(BigDecimal value, String shown) {
        assertThat(PrintedFigures.shown(new Figure("on-spot-rate", value, 1L, 1L)))
                .isEqualTo(shown);
    }

    @Test
    void whatIsNotAllIsNotShownAsAll() {
        assertThat(PrintedFigures.shown(Figure.rate("sign-on-time-rate", new Tally(19_999, 20_000))))
                .isEqualTo("99.995%");
        assertThat(PrintedFigures.shown(Figure.rate("sign-on-time-rate", new Tally(20_000, 20_000))))
                .isEqualTo("100.00%");
    }

    @ParameterizedTest
    @CsvSource({"9942, 9942", "9900, 9900", "0, 0", "7.0, 7"})
    void aCountIsShownPlainly(BigDecimal value, String shown) {
        assertThat(PrintedFigures.shown(new Figure("collected", value, null, null)))
                .isEqualTo(shown);
    }

    @Test
    void aRateOfNothingIsNoNumber() {
        assertThat(PrintedFigures.shown(new Figure("solved-rate", null, 0L, 0L)))
                .isEqualTo("—");
    }

    @Test
    void aFigureNewerThanThisReleaseIsCalledByItsCode() {
        assertThat(PrintedFigures.name("visit-coverage")).isEqualTo("visit-coverage");
    }
}
