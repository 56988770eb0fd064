package cn.minyi5.escalation.policy.http;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.escalation.policy.domain.SlaPolicy;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Durations in ISO 8601, such as PT1H. */
record PolicyView(
        UUID id,
        int version,
        String categoryPrefix,
        String divisionPrefix,
        @Nullable Urgency urgency,
        ClockKind clock,
        String allowed,
        BigDecimal reminderLeftShare,
        String noticeAfter,
        OffsetDateTime effectiveFrom) {

    static PolicyView of(SlaPolicy policy) {
        var scope = policy.scope();
        var terms = policy.terms();
        return new PolicyView(
                policy.id(),
                policy.version(),
                scope.categoryPrefix(),
                scope.divisionPrefix(),
                scope.urgency(),
                scope.clock(),
                terms.allowed().toString(),
                terms.reminderLeftShare(),
                terms.noticeAfter().toString(),
                CountyTime.at(policy.effectiveFrom()));
    }
}
