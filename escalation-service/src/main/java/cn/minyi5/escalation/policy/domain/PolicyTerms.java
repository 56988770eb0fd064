package cn.minyi5.escalation.policy.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * What a policy grants and threatens; round the clock (DOMAIN §5). Copied to every clock that starts under it.
 *
 * @param allowed time to act, 1 second to 366 days, to the millisecond
 * @param reminderLeftShare share of the time that is left when the clerk is reminded, 0 to 1
 * @param noticeAfter time after the due moment when a supervision notice is issued, 0 to 366 days
 */
@Embeddable
public record PolicyTerms(Duration allowed, BigDecimal reminderLeftShare, Duration noticeAfter) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public PolicyTerms {
        if (allowed.compareTo(SHORTEST) < 0 || allowed.compareTo(LONGEST) > 0) {
            throw Refusal.invalid("policy.allowed-out-of-range", "allowed").with("value", allowed);
        }
        if (reminderLeftShare.signum() < 0 || reminderLeftShare.compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.invalid("policy.share-out-of-range", "reminderLeftShare")
                    .with("value", reminderLeftShare);
        }
        if (noticeAfter.isNegative() || noticeAfter.compareTo(LONGEST) > 0) {
            throw Refusal.invalid("policy.notice-after-out-of-range", "noticeAfter")
                    .with("value", noticeAfter);
        }
    }

    /** How long a clock has run when the reminder is due. */
    public Duration untilReminder() {
        return allowed.minus(warnBefore());
    }

    /** How much of the time is left when the light turns yellow and the reminder is due. */
    public Duration warnBefore() {
        return Duration.ofMillis(reminderLeftShare
                .multiply(BigDecimal.valueOf(allowed.toMillis()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** How long a clock has run when the notice is due. */
    public Duration untilNotice() {
        return allowed.plus(noticeAfter);
    }
}
