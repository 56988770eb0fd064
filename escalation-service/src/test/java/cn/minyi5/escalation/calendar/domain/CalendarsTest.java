package cn.minyi5.escalation.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.contracts.language.WorkingCalendar.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarsTest {

    private static final LocalDate MAY_DAY = LocalDate.of(2018, 5, 1);
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2018, 10, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2019, 1, 1);

    /** The city has loaded two years, one of its counties the first of them. */
    private static final Calendars CALENDARS = new Calendars(Map.of(
            "3708", List.of(holiday(MAY_DAY), holiday(NEW_YEAR)),
            "370828", List.of(holiday(NATIONAL_DAY))));

    @Test
    void aYearThatTheCountyHasLoadedCountsWholeBeforeTheCitys() {
        assertThat(kind("370828101001001", NATIONAL_DAY)).isEqualTo(DayKind.HOLIDAY);
        assertThat(kind("370828101001001", MAY_DAY)).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void aYearThatTheCountyHasNotLoadedIsTheCitys() {
        assertThat(kind("370828101001001", NEW_YEAR)).isEqualTo(DayKind.HOLIDAY);
        assertThat(kind("370827101001001", MAY_DAY)).isEqualTo(DayKind.HOLIDAY);
        assertThat(kind("370827101001001", NATIONAL_DAY)).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void elsewhereItSaysThatTheYearIsUnknown() {
        assertThat(CALENDARS.at("371082").on(MAY_DAY)).isInstanceOf(Answer.YearUnknown.class);
    }

    private static DayKind kind(String place, LocalDate date) {
        return ((Answer.Day) CALENDARS.at(place).on(date)).kind();
    }

    private static SpecialDay holiday(LocalDate date) {
        return new SpecialDay(date, DayKind.HOLIDAY, "节");
    }
}
