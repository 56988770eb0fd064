package cn.minyi5.contracts;

import cn.minyi5.contracts.language.ResultCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 并案, 外转. Orders that go another way than to a department of the county. */
@Event.Topic("routing.work-orders")
public sealed interface WorkOrderDiversionEvent extends WorkOrderEvent {

    /** 并案. The parent goes on for both, and its answer is told to everybody who asked. */
    @Type("work-order.merged.v1")
    record Merged(
            UUID workOrderId,
            UUID requestId,
            int round,
            UUID parentId,
            String parentNumber,
            UUID parentRequestId,
            String reason,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderDiversionEvent {}

    /** 解除并案. The parent ended without an answer, in parentState: AWAITING_DISPATCH again. */
    @Type("work-order.unmerged.v1")
    record Unmerged(
            UUID workOrderId,
            UUID requestId,
            int round,
            UUID parentId,
            String parentNumber,
            UUID parentRequestId,
            String parentState,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderDiversionEvent {}

    /** 外转. Now FORWARDED_OUT, and known to the other platform by this number. */
    @Type("work-order.forwarded-out.v1")
    record ForwardedOut(
            UUID workOrderId, int round, String externalNumber, String reason, boolean imported, @Nullable Facts facts)
            implements WorkOrderDiversionEvent {}

    /** 外转退回. The other platform does not act on it: AWAITING_DISPATCH again. */
    @Type("work-order.taken-back.v1")
    record TakenBack(
            UUID workOrderId, int round, String externalNumber, String reason, boolean imported, @Nullable Facts facts)
            implements WorkOrderDiversionEvent {}

    /** 外转答复. The other platform has answered; now FOLLOW_UP. */
    @Type("work-order.answered-outside.v1")
    record AnsweredOutside(
            UUID workOrderId,
            UUID requestId,
            int round,
            String externalNumber,
            ResultCode resultCode,
            String text,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderDiversionEvent {}
}
