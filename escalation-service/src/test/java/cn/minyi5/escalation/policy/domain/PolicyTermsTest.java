package cn.minyi5.escalation.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.contracts.language.WorkingCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTermsTest {

    @Test
    void anHourWithAFifthLeftRemindsAtMinute48() {
        var terms = terms("PT1H", "0.2", "PT1H");

        assertThat(terms.untilReminder()).isEqualTo(Duration.ofMinutes(48));
        assertThat(terms.untilNotice()).isEqualTo(Duration.ofHours(2));
    }

    @Property
    void theReminderComesNeverAfterTheDueMomentAndTheNoticeNeverBefore(
            @ForAll @LongRange(min = 1000, max = 31_622_400_000L) long allowedMillis,
            @ForAll @IntRange(max = 1000) int share,
            @ForAll @LongRange(max = 31_622_400_000L) long noticeMillis) {
        var terms = new PolicyTerms(
                Duration.ofMillis(allowedMillis), BigDecimal.valueOf(share, 3), Duration.ofMillis(noticeMillis));

        assertThat(terms.untilReminder()).isBetween(Duration.ZERO, terms.allowed());
        assertThat(terms.untilNotice()).isGreaterThanOrEqualTo(terms.allowed());
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.2, PT1H, policy.allowed-out-of-range",
        "P367D, 0.2, PT1H, policy.allowed-out-of-range",
        "PT1H, 1.01, PT1H, policy.share-out-of-range",
        "PT1H, -0.1, PT1H, policy.share-out-of-range",
        "PT1H, 0.2, PT-1S, policy.notice-after-out-of-range"
    })
    void termsOutOfRangeAreRefused(String allowed, String share, String noticeAfter, String code) {
        assertThatThrownBy(() -> terms(allowed, share, noticeAfter)).hasMessage(code);
    }

    private static PolicyTerms terms(String allowed, String share, String noticeAfter) {
        return new PolicyTerms(Duration.parse(allowed), new BigDecimal(share), Duration.parse(noticeAfter));
    }

    @Property(tries = 200)
    void hoursOnDutyBecomeNaturalTimeAsTheCalendarHasItAndSoDoesTheReminder(
            @ForAll @IntRange(max = 200_000) int minute, @ForAll @IntRange(min = 1, max = 60) int hours) {
        var calendar = new WorkingCalendar(List.of(new SpecialDay(LocalDate.of(2021, 10, 1), DayKind.HOLIDAY, "国庆节")));
        var start = Instant.parse("2021-01-04T00:00:00Z").plusSeconds(60L * minute);
        var terms = new PolicyTerms(Duration.ofHours(hours), new BigDecimal("0.2"), Duration.ZERO);

        var natural = terms.onDuty(start, calendar).orElseThrow();

        assertThat(start.plus(natural.allowed()))
                .isEqualTo(calendar.after(start, terms.allowed()).orElseThrow());
        assertThat(start.plus(natural.untilReminder()))
                .isEqualTo(calendar.after(start, terms.untilReminder()).orElseThrow());
    }

    @Test
    void hoursOnDutyAreNotGuessedWhereTheCalendarHasNoData() {
        var terms = new PolicyTerms(Duration.ofHours(4), new BigDecimal("0.2"), Duration.ZERO);

        assertThat(terms.onDuty(Instant.parse("2021-11-05T08:00:00Z"), new WorkingCalendar(List.of())))
                .isEmpty();
    }
}
