package cn.minyi5.notification;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import cn.minyi5.notification.template.domain.WorkOrder;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** One trigger of each kind, in grid 370828101203001, for department SHUIWU and team T1. */
public final class Triggers {

    private static final Instant MOMENT = Instant.parse("2026-11-05T03:00:00Z");

    private Triggers() {}

    public static NotificationTrigger of(NotificationTrigger.Kind kind, boolean confidential) {
        return of(kind, new WorkOrder(new UUID(0, 1), "2026-000001", new GridCode("370828101203001"), confidential));
    }

    public static NotificationTrigger of(NotificationTrigger.Kind kind, WorkOrder workOrder) {
        return switch (kind) {
            case DISPATCHED -> NotificationTrigger.dispatched(workOrder, "SHUIWU", MOMENT);
            case RETURN_REQUESTED -> NotificationTrigger.returnRequested(workOrder, "SHUIWU");
            case REPLY_ACCEPTED -> NotificationTrigger.replyAccepted(workOrder, "SHUIWU", "T1", ResultCode.SOLVED);
            case REMINDER -> NotificationTrigger.reminder(workOrder, "SHUIWU", ClockKind.SIGN, MOMENT);
            case RED -> NotificationTrigger.red(workOrder, "SHUIWU", ClockKind.REPLY, MOMENT);
            case NOTICE -> NotificationTrigger.notice(workOrder, "SHUIWU", ClockKind.SIGN, MOMENT, 2026, 3);
            case BULLETIN -> NotificationTrigger.bulletin(new UUID(0, 2), 2021, 18, YearMonth.of(2021, 9));
        };
    }
}
