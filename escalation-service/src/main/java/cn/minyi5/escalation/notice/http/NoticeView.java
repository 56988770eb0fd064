package cn.minyi5.escalation.notice.http;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.escalation.notice.application.Notices.IssuedNotice;
import java.time.OffsetDateTime;
import java.util.UUID;

/** @param number as it stands on the paper, such as 督办〔2026〕12号 */
record NoticeView(
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
        OffsetDateTime issuedAt) {

    static NoticeView of(IssuedNotice notice) {
        return new NoticeView(
                notice.id(),
                notice.year(),
                notice.issue(),
                "督办〔%d〕%d号".formatted(notice.year(), notice.issue()),
                notice.workOrderId(),
                notice.workOrderNumber(),
                notice.clock(),
                notice.dispatchNo(),
                notice.department(),
                notice.gridCode(),
                notice.categoryCode(),
                CountyTime.at(notice.dueAt()),
                CountyTime.at(notice.issuedAt()));
    }
}
