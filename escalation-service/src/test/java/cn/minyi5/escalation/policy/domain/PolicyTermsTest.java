package cn.minyi5.escalation.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
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
}
