package cn.minyi5.escalation.figures.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsTest {

    @Test
    void aPeriodRunsFromMidnightInShanghaiToMidnightInShanghai() {
        var period = Months.range("2020-05", "2021-10");

        assertThat(period.begin()).isEqualTo(Instant.parse("2020-04-30T16:00:00Z"));
        assertThat(period.end()).isEqualTo(Instant.parse("2021-10-31T16:00:00Z"));
    }

    @Test
    void aPeriodThatRunsBackwardsIsRefused() {
        assertThatThrownBy(() -> Months.range("2021-10", "2020-05")).hasMessage("period.backwards");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-13", "2021", "September", "1999-12", "2101-01", "9999-12", ""})
    void whatIsNoMonthIsRefused(String month) {
        assertThatThrownBy(() -> Months.parse(month, "from")).hasMessage("month.malformed");
    }
}
