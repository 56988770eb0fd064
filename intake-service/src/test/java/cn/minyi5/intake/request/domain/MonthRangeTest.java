package cn.minyi5.intake.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.intake.Refused;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MonthRangeTest {

    @Test
    void monthsBeginAndEndAtMidnightInShanghai() {
        var months = new MonthRange(YearMonth.of(2020, 5), YearMonth.of(2021, 10));

        assertThat(months.begin()).isEqualTo(Instant.parse("2020-04-30T16:00:00Z"));
        assertThat(months.end()).isEqualTo(Instant.parse("2021-10-31T16:00:00Z"));
    }

    @Test
    void theLastMonthIsNotBeforeTheFirst() {
        var october = YearMonth.of(2021, 10);
        assertThat(new MonthRange(october, october).begin()).isBefore(Instant.parse("2021-10-05T00:00:00Z"));
        Refused.with("months.out-of-order", "to", () -> new MonthRange(october, october.minusMonths(1)));
    }

    @Test
    void yearsThatNobodyMeansAreRefused() {
        Refused.with(
                "months.malformed", "from", () -> new MonthRange(YearMonth.of(-999_999_999, 1), YearMonth.of(2021, 1)));
        Refused.with(
                "months.malformed", "from", () -> new MonthRange(YearMonth.of(2021, 1), YearMonth.of(999_999_999, 12)));
    }
}
