package cn.minyi5.intake.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.contracts.language.WorkingCalendar;
import cn.minyi5.contracts.language.WorkingCalendar.Answer;
import cn.minyi5.intake.calendar.domain.VisitDayRule.OnHoliday;
import cn.minyi5.intake.calendar.domain.VisitDays.VisitDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitDaysTest {

    /** The State Council's notices, 2018 to 2026. */
    private static final List<SpecialDay> NOTICES = notices();

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(NOTICES);
    private static final VisitDays MOVED = days(rule("370828", "2000-01", OnHoliday.NEXT_WORKING_DAY));

    @Test
    void whereNobodyHasSaidOtherwiseTheFifthFifteenthAndTwentyFifthAreWalkedWhateverDayItIs() {
        var october = days().in(YearMonth.of(2021, 10));

        assertThat(october.days())
                .extracting(VisitDay::date)
                .containsExactly(day("2021-10-05"), day("2021-10-15"), day("2021-10-25"));
        assertThat(days().in(YearMonth.of(2031, 1)).yearUnknown())
                .as("a day that is held needs no holidays")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-10-05, 2021-10-08", // in the national holiday; the 9th is a make-up working day, the 8th comes first
        "2021-09-25, 2021-09-26", // a Saturday before a Sunday that is worked
        "2020-01-25, 2020-02-03", // the Spring Festival that was prolonged: into the next month
        "2021-09-15, 2021-09-15"
    })
    void aDayOnWhichNobodyWorksMovesToTheNextWorkingDay(LocalDate planned, LocalDate walked) {
        assertThat(MOVED.in(YearMonth.from(planned)).days()).contains(new VisitDay(planned, walked));
        assertThat(MOVED.on(walked).visitDay()).isTrue();
        assertThat(MOVED.on(planned).visitDay()).isEqualTo(planned.equals(walked));
    }

    @Property(tries = 300)
    void aMovedDayIsWorkedAndNobodyWorkedFromThePlannedDayUpToIt(
            @ForAll @IntRange(min = 0, max = 107) int months,
            @ForAll @Size(min = 1, max = 4) Set<@IntRange(min = 1, max = 28) Integer> days) {
        var month = YearMonth.of(2018, 1).plusMonths(months);
        var rule = new VisitDayRule("", YearMonth.of(2018, 1), List.copyOf(days), OnHoliday.NEXT_WORKING_DAY);

        var walked = days(rule).in(month);

        assertThat(walked.yearUnknown()).isNull();
        assertThat(walked.days())
                .extracting(VisitDay::planned)
                .containsExactlyElementsOf(
                        days.stream().sorted().map(month::atDay).toList());
        assertThat(walked.days()).allSatisfy(day -> {
            assertThat(isWorked(day.date())).isTrue();
            assertThat(day.planned().datesUntil(day.date())).noneMatch(VisitDaysTest::isWorked);
        });
    }

    @Property(tries = 300)
    void whatADayIsAndWhatComesNextIsWhatTheMonthsSay(@ForAll @IntRange(min = 40, max = 3200) int days) {
        var date = LocalDate.of(2018, 1, 1).plusDays(days);
        var all = Stream.iterate(YearMonth.of(2018, 1), month -> month.plusMonths(1))
                .limit(108)
                .flatMap(month -> MOVED.in(month).days().stream())
                .map(VisitDay::date)
                .toList();

        var said = MOVED.on(date);

        assertThat(said.visitDay()).isEqualTo(all.contains(date));
        assertThat(said.next().date())
                .isEqualTo(all.stream()
                        .filter(day -> day.isAfter(date))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aYearWithoutDataIsSaidClearlyAndNotGuessed() {
        var january = MOVED.in(YearMonth.of(2027, 1));
        var newYearsEve = MOVED.on(day("2026-12-28"));

        assertThat(january.days()).isEmpty();
        assertThat(january.yearUnknown()).isEqualTo(Year.of(2027));
        assertThat(newYearsEve.next()).isNull();
        assertThat(newYearsEve.yearUnknown()).isEqualTo(Year.of(2027));
        assertThat(MOVED.on(day("2026-12-20")).next().date()).isEqualTo(day("2026-12-25"));
    }

    @Test
    void theNearestDivisionsLatestRuleSpeaks() {
        var plans = new VisitDayPlans(
                List.of(
                        rule("3708", "2020-01", OnHoliday.NEXT_WORKING_DAY),
                        new VisitDayRule("370828", YearMonth.of(2021, 1), List.of(10), OnHoliday.HOLD),
                        new VisitDayRule("370828", YearMonth.of(2021, 10), List.of(10, 20), OnHoliday.HOLD),
                        new VisitDayRule("370829", YearMonth.of(2020, 1), List.of(1), OnHoliday.HOLD)),
                Map.of());
        var place = plans.at("370828101201900");

        assertThat(place.in(YearMonth.of(2021, 9)).days())
                .extracting(VisitDay::planned)
                .containsExactly(day("2021-09-10"));
        assertThat(place.in(YearMonth.of(2021, 10)).days()).hasSize(2);
        assertThat(place.in(YearMonth.of(2020, 12)).yearUnknown())
                .as("the city's rule moves days, and no year is known")
                .isEqualTo(Year.of(2020));
    }

    @Test
    void aCountysHolidaysCountInItBeforeTheCitysAndNowhereElse() {
        var plans = new VisitDayPlans(
                List.of(rule("37", "2020-01", OnHoliday.NEXT_WORKING_DAY)),
                Map.of(
                        "", Map.of(2021, ofYear(2021)),
                        "370828", Map.of(2021, List.of(new SpecialDay(day("2021-11-05"), DayKind.HOLIDAY, "县庆")))));

        assertThat(plans.at("370828101").on(day("2021-11-08")).visitDay()).isTrue();
        assertThat(plans.at("370829101").on(day("2021-11-05")).visitDay()).isTrue();
        assertThat(plans.divisions()).containsExactly("", "37", "370828");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5,15", "5|5", "0", "29", "5|", "五"})
    void daysAreWrittenOnceEachFromTheFirstToTheTwentyEighth(String days) {
        assertThatThrownBy(() -> new VisitDayRule("", YearMonth.of(2021, 1), VisitDayRule.days(days), OnHoliday.HOLD))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("visit-days.days-malformed"));
    }

    private static boolean isWorked(LocalDate date) {
        return ((Answer.Day) CALENDAR.on(date)).kind().isWorked();
    }

    private static VisitDays days(VisitDayRule... rules) {
        return new VisitDays(List.of(rules), CALENDAR);
    }

    private static VisitDayRule rule(String division, String from, OnHoliday onHoliday) {
        return new VisitDayRule(division, YearMonth.parse(from), List.of(5, 15, 25), onHoliday);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static List<SpecialDay> ofYear(int year) {
        return NOTICES.stream().filter(day -> day.date().getYear() == year).collect(Collectors.toList());
    }

    private static List<SpecialDay> notices() {
        try (var lines = Files.lines(Path.of("../deploy/county/src/main/resources/county/state-council-days.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new SpecialDay(LocalDate.parse(cells[0]), DayKind.valueOf(cells[1]), cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
