package cn.minyi5.escalation.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.calendar.domain.WorkingCalendar.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final int FIRST = 2018;
    private static final int LAST = 2026;
    private static final Map<LocalDate, String> KIND_IN_NOTICES = kindsInNotices();
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            IntStream.rangeClosed(FIRST, LAST).mapToObj(Year::of).collect(Collectors.toSet()),
            KIND_IN_NOTICES.entrySet().stream()
                    .map(day -> new SpecialDay(day.getKey(), DayKind.valueOf(day.getValue()), "节"))
                    .toList());

    @Test
    void everyDayOf2018To2026IsWhatTheNoticesAndTheWeekSay() {
        for (var day = LocalDate.of(FIRST, 1, 1); day.getYear() <= LAST; day = day.plusDays(1)) {
            var weekday = day.getDayOfWeek().getValue() <= 5 ? "WORKDAY" : "WEEKEND";
            var expected = KIND_IN_NOTICES.getOrDefault(day, weekday);

            assertThat(kind(day)).as(day.toString()).isEqualTo(DayKind.valueOf(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-31, HOLIDAY", // 春节 prolonged
        "2021-10-09, MAKE_UP_WORKDAY", // a Saturday after the national holiday
        "2021-10-05, HOLIDAY",
        "2021-09-25, WEEKEND",
        "2021-11-05, WORKDAY"
    })
    void knownDaysAreKnown(LocalDate date, DayKind kind) {
        assertThat(kind(date)).isEqualTo(kind);
    }

    @Test
    void aYearWithoutDataIsUnknownAndNotGuessed() {
        assertThat(CALENDAR.on(LocalDate.of(2027, 1, 4))).isEqualTo(new Answer.YearUnknown(Year.of(2027)));
        assertThat(CALENDAR.add(LocalDate.of(2026, 12, 25), 10)).isEqualTo(new Answer.YearUnknown(Year.of(2027)));
    }

    @Test
    void twoWorkingDaysAfterTheEveOfTheNationalHolidayOf2021AreTheNinthOfOctober() {
        var reached = CALENDAR.add(LocalDate.of(2021, 9, 30), 2);

        assertThat(reached).isEqualTo(new Answer.Day(LocalDate.of(2021, 10, 9), DayKind.MAKE_UP_WORKDAY, "节"));
    }

    @Property(tries = 300)
    void addingLandsOnAWorkedDayWithJustSoManyWorkedDaysUpToIt(
            @ForAll @IntRange(max = 3000) int day, @ForAll @IntRange(min = 1, max = 60) int workingDays) {
        var from = LocalDate.of(FIRST, 1, 1).plusDays(day);

        var reached = ((Answer.Day) CALENDAR.add(from, workingDays)).date();

        assertThat(kind(reached).isWorked()).isTrue();
        assertThat(from.plusDays(1).datesUntil(reached.plusDays(1)).filter(d -> kind(d).isWorked()))
                .hasSize(workingDays);
    }

    @Test
    void aMakeUpWorkingDayOnAWeekdayIsRefused() {
        assertThatThrownBy(() -> new SpecialDay(LocalDate.of(2021, 10, 8), DayKind.MAKE_UP_WORKDAY, "国庆节"))
                .isInstanceOf(Refusal.class)
                .hasMessage("calendar.make-up-on-weekday");
    }

    private static DayKind kind(LocalDate date) {
        return ((Answer.Day) CALENDAR.on(date)).kind();
    }

    private static Map<LocalDate, String> kindsInNotices() {
        try {
            List<String> lines = Files.readAllLines(Path.of("src/test/resources/state-council-days.csv"));
            var kinds = new HashMap<LocalDate, String>();
            lines.stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> kinds.put(LocalDate.parse(cells[0]), cells[1]));
            return kinds;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
