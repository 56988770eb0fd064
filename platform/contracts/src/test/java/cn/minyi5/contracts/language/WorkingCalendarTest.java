package cn.minyi5.contracts.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.WorkingCalendar.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(KIND_IN_NOTICES.entrySet().stream()
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

    @ParameterizedTest
    @CsvSource({
        "2021-11-05T09:00, PT2H, 2021-11-05T11:00",
        "2021-11-05T11:00, PT2H, 2021-11-05T15:00", // the hours at noon do not count
        "2021-11-05T16:00, PT4H, 2021-11-08T11:00", // nor does the weekend
        "2021-09-30T16:00, PT4H, 2021-10-08T11:00", // nor the national holiday
        "2021-10-08T16:00, PT4H, 2021-10-09T11:00", // but a Saturday that is worked in its place
        "2021-11-06T10:00, PT4H, 2021-11-08T14:30",
        "2021-11-05T20:00, PT1H, 2021-11-08T09:30",
        "2021-11-05T16:30, PT1H, 2021-11-05T17:30", // the end of a day, not the beginning of the next
        "2021-11-05T10:00, PT14H, 2021-11-09T10:00" // two working days
    })
    void hoursAreCountedWhilePeopleAreOnDuty(LocalDateTime from, Duration onDuty, LocalDateTime until) {
        assertThat(CALENDAR.after(moment(from), onDuty)).contains(moment(until));
        assertThat(CALENDAR.onDutyBetween(moment(from), moment(until))).contains(onDuty);
    }

    @Test
    void hoursThatReachIntoAYearWithoutDataAreNotCounted() {
        assertThat(CALENDAR.after(moment(LocalDateTime.of(2026, 12, 31, 10, 0)), Duration.ofHours(4)))
                .contains(moment(LocalDateTime.of(2026, 12, 31, 16, 0)));
        assertThat(CALENDAR.after(moment(LocalDateTime.of(2026, 12, 31, 16, 0)), Duration.ofHours(4)))
                .isEmpty();
        assertThat(CALENDAR.after(moment(LocalDateTime.of(2027, 3, 1, 9, 0)), Duration.ofHours(4)))
                .isEmpty();
        assertThat(CALENDAR.onDutyBetween(
                        moment(LocalDateTime.of(2026, 12, 31, 16, 0)), moment(LocalDateTime.of(2027, 1, 4, 9, 0))))
                .isEmpty();
    }

    @Property(tries = 200)
    void asManyMinutesOnDutyLieBeforeTheMomentAsWereAskedForByASlowCount(
            @ForAll @IntRange(max = 3000) int day,
            @ForAll @IntRange(max = 1439) int minute,
            @ForAll @IntRange(min = 1, max = 1500) int minutes) {
        var from = LocalDate.of(FIRST, 1, 1).plusDays(day).atStartOfDay().plusMinutes(minute);

        var until = LocalDateTime.ofInstant(
                CALENDAR.after(moment(from), Duration.ofMinutes(minutes)).orElseThrow(), CountyTime.ZONE);

        var counted = 0;
        for (var at = from; at.isBefore(until); at = at.plusMinutes(1)) {
            counted += isOnDuty(at) ? 1 : 0;
        }
        assertThat(counted).isEqualTo(minutes);
        assertThat(CALENDAR.onDutyBetween(moment(from), moment(until))).contains(Duration.ofMinutes(minutes));
        assertThat(isOnDuty(until.minusMinutes(1))).isTrue();
    }

    private static boolean isOnDuty(LocalDateTime at) {
        var minute = at.getHour() * 60 + at.getMinute();
        return kind(at.toLocalDate()).isWorked() && (minute >= 510 && minute < 720 || minute >= 840 && minute < 1050);
    }

    private static Instant moment(LocalDateTime at) {
        return at.atZone(CountyTime.ZONE).toInstant();
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
            List<String> lines =
                    Files.readAllLines(Path.of("../../deploy/county/src/main/resources/county/state-council-days.csv"));
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
