package cn.minyi5.contracts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 延期, 等待, 挂账. What keeps {@code department}, the lead, from answering in time, while its dispatch {@code dispatchNo}
 * is in force.
 */
@Event.Topic("routing.work-orders")
public sealed interface WorkOrderDeferralEvent extends WorkOrderEvent {

    int dispatchNo();

    String department();

    /** 申请延期. For the desk to rule on. {@code until} is a day of Asia/Shanghai. */
    @Type("work-order.extension-requested.v1")
    record ExtensionRequested(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            LocalDate until,
            String reason,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderDeferralEvent {}

    /** 延期. Granted: RESOLVE is due on that day; the citizen is told. */
    @Type("work-order.extended.v1")
    record Extended(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            LocalDate until,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderDeferralEvent {}

    @Type("work-order.extension-denied.v1")
    record ExtensionDenied(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            LocalDate until,
            String reason,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderDeferralEvent {}

    /** 等待群众. The citizen holds it: RESOLVE pauses. */
    @Type("work-order.waiting-began.v1")
    record WaitingBegan(UUID workOrderId, int dispatchNo, int round, String department, boolean imported)
            implements WorkOrderDeferralEvent {}

    /** Said by the lead, or with its reply, its return, or a suspension. */
    @Type("work-order.waiting-ended.v1")
    record WaitingEnded(UUID workOrderId, int dispatchNo, int round, String department, boolean imported)
            implements WorkOrderDeferralEvent {}

    /** 申请挂账. For the supervision office to rule on. */
    @Type("work-order.suspension-proposed.v1")
    record SuspensionProposed(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            String kind,
            String plan,
            LocalDate reviewOn,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderDeferralEvent {}

    /** 挂账. Now SUSPENDED: RESOLVE pauses, and no rung of REPLY fires. */
    @Type("work-order.suspended.v1")
    record Suspended(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            String kind,
            String plan,
            LocalDate reviewOn,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderDeferralEvent {}

    @Type("work-order.suspension-denied.v1")
    record SuspensionDenied(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            String reason,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderDeferralEvent {}

    /** 销账恢复. IN_PROGRESS again. */
    @Type("work-order.resumed.v1")
    record Resumed(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            String reason,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderDeferralEvent {}
}
