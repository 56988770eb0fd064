package cn.minyi5.intake.coverage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthTurnTest {

    @ParameterizedTest
    @CsvSource({
        "2021-10-01T07:59:59+08:00, 2021-09",
        "2021-10-01T08:00:00+08:00, 2021-10",
        "2021-10-01T00:00:00Z,      2021-10",
        "2021-12-31T23:59:59+08:00, 2021-12",
        "2022-01-01T08:00:00+08:00, 2022-01"
    })
    void aMonthHasBegunForTeamsAtEightOClockOfItsFirstMorning(OffsetDateTime now, YearMonth begun) {
        var turn = MonthTurn.at(now.toInstant());

        assertThat(turn.begun()).isEqualTo(begun);
        assertThat(turn.ended()).isEqualTo(begun.minusMonths(1));
    }

    @Test
    void aVisitThatADayAsksForIsPlannedUntilTheDayIsOverAndThenMissedUnlessItWasMade() {
        var fifth = LocalDate.of(2021, 10, 5);

        assertThat(WalkStatus.of(false, true, fifth, fifth)).isEqualTo(WalkStatus.PLANNED);
        assertThat(WalkStatus.of(false, true, fifth, fifth.plusDays(1))).isEqualTo(WalkStatus.MISSED);
        assertThat(WalkStatus.of(true, true, fifth, fifth.plusDays(1))).isEqualTo(WalkStatus.DONE);
        assertThat(WalkStatus.of(true, false, fifth, fifth)).isEqualTo(WalkStatus.DONE);
        assertThat(WalkStatus.of(false, false, fifth, fifth)).isNull();
    }
}
