package cn.minyi5.notification;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.notification.template.domain.Occasion;
import cn.minyi5.notification.template.domain.OccasionCode;
import cn.minyi5.notification.workorder.domain.WorkOrder;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** One occasion of each kind, in grid 370828101203001, for department SHUIWU and team T1. */
public final class Occasions {

    private static final Instant MOMENT = Instant.parse("2026-11-05T03:00:00Z");

    private Occasions() {}

    public static Occasion of(OccasionCode code, boolean confidential) {
        var workOrder = new WorkOrder(new UUID(0, 1), "2026-000001", new GridCode("370828101203001"), confidential);
        return switch (code) {
            case DISPATCHED -> new Occasion.Dispatched(workOrder, "SHUIWU", MOMENT);
            case RETURN_REQUESTED -> new Occasion.ReturnRequested(workOrder, "SHUIWU");
            case REPLY_ACCEPTED -> new Occasion.ReplyAccepted(workOrder, "T1", "SHUIWU", ResultCode.SOLVED);
            case REMINDER -> new Occasion.Reminder(workOrder, ClockKind.SIGN, "SHUIWU", MOMENT);
            case RED -> new Occasion.Red(workOrder, ClockKind.REPLY, "SHUIWU", MOMENT);
            case NOTICE -> new Occasion.NoticeIssued(workOrder, 2026, 3, ClockKind.SIGN, "SHUIWU", MOMENT);
            case BULLETIN -> new Occasion.BulletinIssued(new UUID(0, 2), 2021, 18, YearMonth.of(2021, 9));
        };
    }
}
