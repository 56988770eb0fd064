package cn.minyi5.escalation.notice;

import cn.minyi5.contracts.language.ClockKind;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * 督办通知单. Told to a department's head and the supervision office about one run of one clock.
 *
 * @param issue number within the year, from 1, without gaps
 * @param number as it stands on the paper, such as 督办〔2026〕12号
 */
public record SupervisionNotice(
        UUID id,
        int year,
        int issue,
        String number,
        UUID workOrderId,
        String workOrderNumber,
        ClockKind clock,
        int dispatchNo,
        String department,
        String gridCode,
        String categoryCode,
        OffsetDateTime dueAt,
        OffsetDateTime issuedAt) {}
