package cn.minyi5.escalation.policy.domain;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.WorkingCalendar;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a policy grants and threatens. Copied to every clock that starts under it. A department's time runs round the
 * clock; the desk's and the office's is time on duty (DOMAIN §5), and becomes natural time when a clock starts.
 *
 * @param allowed time to act, 1 second to 366 days, to the millisecond
 * @param reminderLeftShare share of the time that is left when the clerk is reminded, 0 to 1
 * @param noticeAfter time after the due moment when a supervision notice is issued, 0 to 366 days
 */
@Embeddable
public record PolicyTerms(Duration allowed, BigDecimal reminderLeftShare, Duration noticeAfter) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Exact to the millisecond in {@link #LONGEST}. */
    private static final int SHARE_DIGITS = 12;

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

    /** The same as natural time from a moment on, the reminder included; empty where the calendar has no data. */
    public Optional<PolicyTerms> onDuty(Instant from, WorkingCalendar calendar) {
        return calendar.after(from, untilReminder())
                .flatMap(reminder -> calendar.after(from, allowed).map(due -> {
                    var natural = Duration.between(from, due).toMillis();
                    var left = Duration.between(reminder, due).toMillis();
                    var share = BigDecimal.valueOf(left)
                            .divide(BigDecimal.valueOf(natural), SHARE_DIGITS, RoundingMode.HALF_UP);
                    return new PolicyTerms(Duration.ofMillis(natural), share, noticeAfter);
                }));
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
