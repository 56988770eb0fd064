package cn.minyi5.notification.template.domain;

import cn.minyi5.contracts.WorkOrderDeferralEvent.Extended;
import cn.minyi5.contracts.WorkOrderDeferralEvent.ExtensionDenied;
import cn.minyi5.contracts.WorkOrderDeferralEvent.ExtensionRequested;
import cn.minyi5.contracts.WorkOrderDeferralEvent.Resumed;
import cn.minyi5.contracts.WorkOrderDeferralEvent.Suspended;
import cn.minyi5.contracts.WorkOrderDeferralEvent.SuspensionDenied;
import cn.minyi5.contracts.WorkOrderDeferralEvent.SuspensionProposed;
import cn.minyi5.contracts.WorkOrderDiversionEvent.AnsweredOutside;
import cn.minyi5.contracts.WorkOrderDiversionEvent.Merged;
import cn.minyi5.contracts.WorkOrderDiversionEvent.TakenBack;
import cn.minyi5.contracts.WorkOrderDiversionEvent.Unmerged;
import cn.minyi5.contracts.WorkOrderEvent.Facts;
import cn.minyi5.contracts.WorkOrderEvent.Reopened;
import cn.minyi5.contracts.WorkOrderPartEvent.PartHandedIn;
import cn.minyi5.notification.template.domain.NotificationTrigger.Kind;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people are told when an order is put off, merged, goes to another platform, or comes back, and of its parts
 * (DOMAIN §4).
 */
public final class WholeLife {

    private static final String DAY = "day";

    private WholeLife() {}

    /** 申请延期. The desk must rule. */
    public static NotificationTrigger of(ExtensionRequested event) {
        return until(Kind.EXTENSION_REQUESTED, event.workOrderId(), event.facts(), event.department(), event.until());
    }

    /** 延期. The lead knows by when, and the team tells the citizen. */
    public static NotificationTrigger of(Extended event) {
        return until(Kind.EXTENDED, event.workOrderId(), event.facts(), event.department(), event.until());
    }

    public static NotificationTrigger of(ExtensionDenied event) {
        return until(Kind.EXTENSION_DENIED, event.workOrderId(), event.facts(), event.department(), event.until());
    }

    /** 申请挂账. The supervision office must rule. */
    public static NotificationTrigger of(SuspensionProposed event) {
        return until(
                Kind.SUSPENSION_PROPOSED, event.workOrderId(), event.facts(), event.department(), event.reviewOn());
    }

    /** 挂账. The department knows that it need not answer now, and the team tells the citizen. */
    public static NotificationTrigger of(Suspended event) {
        return until(Kind.SUSPENDED, event.workOrderId(), event.facts(), event.department(), event.reviewOn());
    }

    public static NotificationTrigger of(SuspensionDenied event) {
        return about(Kind.SUSPENSION_DENIED, event.workOrderId(), event.facts(), event.department(), Map.of());
    }

    /** 销账恢复. The clerks go on. */
    public static NotificationTrigger of(Resumed event) {
        return about(Kind.RESUMED, event.workOrderId(), event.facts(), event.department(), Map.of());
    }

    /** 并案. The team knows whose answer it will bring. */
    public static NotificationTrigger of(Merged event) {
        return about(Kind.MERGED, event.workOrderId(), event.facts(), null, Map.of("parent", event.parentNumber()));
    }

    /** 解除并案. The desk has it again. */
    public static NotificationTrigger of(Unmerged event) {
        return about(Kind.BACK_AT_THE_DESK, event.workOrderId(), event.facts(), null, Map.of());
    }

    /** 外转答复. There is an answer to bring to the citizen. */
    public static NotificationTrigger of(AnsweredOutside event) {
        var result = Map.of("result", Names.of(event.resultCode()));
        return about(Kind.ANSWERED_OUTSIDE, event.workOrderId(), event.facts(), null, result);
    }

    /** 协办交件. The lead looks at it. Null on an event from before it named the lead: nobody could be told. */
    public static @Nullable NotificationTrigger of(PartHandedIn event) {
        var assisting = Map.of(NotificationTrigger.ASSISTING, event.department());
        return event.lead() == null
                ? null
                : about(Kind.PART_HANDED_IN, event.workOrderId(), event.facts(), event.lead(), assisting);
    }

    /** 外转退回. The desk has it again. */
    public static NotificationTrigger of(TakenBack event) {
        return about(Kind.BACK_AT_THE_DESK, event.workOrderId(), event.facts(), null, Map.of());
    }

    /** 重新打开. The desk has it again; null where a department had it, which hears of its next dispatch. */
    public static @Nullable NotificationTrigger of(Reopened event) {
        return event.department() != null
                ? null
                : about(Kind.BACK_AT_THE_DESK, event.workOrderId(), event.facts(), null, Map.of());
    }

    private static NotificationTrigger until(
            Kind kind, UUID id, @Nullable Facts facts, String department, LocalDate day) {
        return about(kind, id, facts, department, Map.of(DAY, Names.of(day)));
    }

    private static NotificationTrigger about(
            Kind kind, UUID id, @Nullable Facts facts, @Nullable String department, Map<String, String> details) {
        return NotificationTrigger.of(kind, WorkOrder.of(id, facts), department, details);
    }
}
