package cn.minyi5.escalation.policy.http;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.escalation.policy.domain.PolicyScope;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Terms for a scope. Absent prefixes and urgency are for all; an absent {@code effectiveFrom} is at once. */
record PolicyInput(
        @Nullable String categoryPrefix,
        @Nullable String divisionPrefix,
        @Nullable Urgency urgency,
        @NotNull ClockKind clock,
        @NotNull Duration allowed,
        @NotNull BigDecimal reminderLeftShare,
        @NotNull Duration noticeAfter,
        @Nullable OffsetDateTime effectiveFrom) {

    PolicyScope scope() {
        return new PolicyScope(
                Objects.requireNonNullElse(categoryPrefix, ""),
                Objects.requireNonNullElse(divisionPrefix, ""),
                urgency,
                clock);
    }

    PolicyTerms terms() {
        return new PolicyTerms(allowed, reminderLeftShare, noticeAfter);
    }

    @Nullable
    Instant inForceFrom() {
        return effectiveFrom == null ? null : effectiveFrom.toInstant();
    }
}
