package cn.minyi5.contracts;

import cn.minyi5.contracts.language.ClockKind;
import java.time.OffsetDateTime;
import java.util.UUID;

/** 督办通知单. What happens to a supervision notice. */
@Event.Topic("escalation.notices")
public sealed interface NoticeEvent extends Event {
    UUID noticeId();

    @Override
    default String subject() {
        return noticeId().toString();
    }

    /** Issued under {@code 督办〔year〕issue号}; numbers have no gaps within a year. */
    @Type("notice.issued.v1")
    record Issued(
            UUID noticeId,
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
            OffsetDateTime dueAt)
            implements NoticeEvent {}
}
