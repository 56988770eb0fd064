package cn.minyi5.escalation.notice.domain;

import cn.minyi5.contracts.language.ClockKind;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * 督办通知单. Told to a department's head and the supervision office about one run of one clock.
 *
 * @param issue number within the year, from 1, without gaps
 */
@Embeddable
public record SupervisionNotice(
        int year,
        int issue,
        UUID workOrderId,
        String workOrderNumber,
        ClockKind clock,
        int dispatchNo,
        String department,
        String gridCode,
        String categoryCode,
        boolean confidential,
        Instant dueAt,
        Instant issuedAt) {

    /** As it stands on the paper, such as 督办〔2026〕12号. */
    public String number() {
        return "督办〔%d〕%d号".formatted(year, issue);
    }
}
