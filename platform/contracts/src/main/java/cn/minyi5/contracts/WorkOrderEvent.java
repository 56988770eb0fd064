package cn.minyi5.contracts;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 工单. The life of a work order, DOMAIN §4. {@code dispatchNo} counts dispatches (1, 2, …: first dispatch, after an
 * accepted return, after a ruling, each rework) and so names one run of the SIGN and REPLY clocks; {@code round} counts
 * rounds of rework (1 = first).
 */
@Event.Topic("routing.work-orders")
public sealed interface WorkOrderEvent extends Event
        permits WorkOrderEvent.Opened,
                WorkOrderEvent.Dispatched,
                WorkOrderEvent.Signed,
                WorkOrderEvent.ReturnRequested,
                WorkOrderEvent.ReturnAccepted,
                WorkOrderEvent.ReturnRejected,
                WorkOrderEvent.ArbitrationRequested,
                WorkOrderEvent.Ruled,
                WorkOrderEvent.Replied,
                WorkOrderEvent.ReplySentBack,
                WorkOrderEvent.ReplyAccepted,
                WorkOrderEvent.Reworked,
                WorkOrderEvent.Reopened,
                WorkOrderEvent.Closed,
                WorkOrderEvent.NotAccepted,
                WorkOrderEvent.Withdrawn,
                WorkOrderEvent.WentLive,
                WorkOrderDiversionEvent,
                WorkOrderDeferralEvent,
                WorkOrderPartEvent {

    UUID workOrderId();

    boolean imported();

    @Override
    default String subject() {
        return workOrderId().toString();
    }

    /**
     * Now AWAITING_DISPATCH. A confidential order (complaint about officials) is for the supervision office alone. {@code
     * forDesk} where no rule of the catalogue wins, so that a person must dispatch it; null from before it was told.
     */
    @Event.Type("work-order.opened.v1")
    record Opened(
            UUID workOrderId,
            String number,
            UUID requestId,
            String gridCode,
            String categoryCode,
            Urgency urgency,
            boolean confidential,
            OffsetDateTime visitedAt,
            boolean imported,
            @Nullable Boolean forDesk)
            implements WorkOrderEvent {}

    /** Now AWAITING_SIGN at {@code lead}. {@code rule} is absent when a person decided. */
    @Event.Type("work-order.dispatched.v1")
    record Dispatched(
            UUID workOrderId,
            String number,
            int dispatchNo,
            int round,
            String gridCode,
            String categoryCode,
            Urgency urgency,
            boolean confidential,
            String lead,
            List<String> assisting,
            @Nullable Rule rule,
            boolean imported)
            implements WorkOrderEvent {}

    @Event.Type("work-order.signed.v1")
    record Signed(UUID workOrderId, int dispatchNo, int round, String department, boolean imported)
            implements WorkOrderEvent {}

    /** 退单. The department says "not ours". */
    @Event.Type("work-order.return-requested.v1")
    record ReturnRequested(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            String reason,
            @Nullable String clause,
            @Nullable String suggestedDepartment,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderEvent {}

    /** Back at the desk; this run of the clocks ends without blame. */
    @Event.Type("work-order.return-accepted.v1")
    record ReturnAccepted(UUID workOrderId, int dispatchNo, int round, String department, boolean imported)
            implements WorkOrderEvent {}

    @Event.Type("work-order.return-rejected.v1")
    record ReturnRejected(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            String reason,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderEvent {}

    /** 会商. A second return of one order goes to the supervision office. */
    @Event.Type("work-order.arbitration-requested.v1")
    record ArbitrationRequested(
            UUID workOrderId, int dispatchNo, int round, String department, boolean imported, @Nullable Facts facts)
            implements WorkOrderEvent {}

    /** 裁定. Followed by a dispatch to the department ruled responsible; the run before it ends without blame. */
    @Event.Type("work-order.ruled.v1")
    record Ruled(UUID workOrderId, int dispatchNo, int round, String department, String minutes, boolean imported)
            implements WorkOrderEvent {}

    @Event.Type("work-order.replied.v1")
    record Replied(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            ResultCode resultCode,
            String text,
            boolean imported)
            implements WorkOrderEvent {}

    /** The desk was not content: REPLY runs on from what had elapsed. */
    @Event.Type("work-order.reply-sent-back.v1")
    record ReplySentBack(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            String reason,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderEvent {}

    /** Now FOLLOW_UP. */
    @Event.Type("work-order.reply-accepted.v1")
    record ReplyAccepted(
            UUID workOrderId,
            UUID requestId,
            int dispatchNo,
            int round,
            String department,
            ResultCode resultCode,
            String text,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderEvent {}

    /**
     * 重办. Not solved: round n+1; followed by a dispatch. {@code department} is null where none of the county answered but
     * another platform did: then the desk has it again.
     */
    @Event.Type("work-order.reworked.v1")
    record Reworked(
            UUID workOrderId, int round, @Nullable String department, Answer solved, Answer satisfied, boolean imported)
            implements WorkOrderEvent {}

    /** 重新打开. Round n+1 of an order that was closed; {@code department} and what follows as in {@link Reworked}. */
    @Event.Type("work-order.reopened.v1")
    record Reopened(
            UUID workOrderId,
            int round,
            @Nullable String department,
            String reason,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderEvent {}

    /** 办结. {@code department} is null where none of the county answered but another platform did. */
    @Event.Type("work-order.closed.v1")
    record Closed(
            UUID workOrderId, int round, @Nullable String department, Answer solved, Answer satisfied, boolean imported)
            implements WorkOrderEvent {}

    /** 不予受理. Refused by the desk with a reason from the closed list. */
    @Event.Type("work-order.not-accepted.v1")
    record NotAccepted(UUID workOrderId, int round, String reason, boolean imported, @Nullable Facts facts)
            implements WorkOrderEvent {}

    /**
     * 撤回. The citizen does not want it any longer: nobody works on it, and its clocks stop.
     *
     * @param department the lead that is rid of it; null while none had it
     */
    @Event.Type("work-order.withdrawn.v1")
    record Withdrawn(
            UUID workOrderId,
            int round,
            @Nullable String department,
            String reason,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderEvent {}

    /**
     * 割接. The history of an order that is still open is told; from this moment on it lives as any other, and what is
     * told of it is {@code imported} no more.
     */
    @Event.Type("work-order.went-live.v1")
    record WentLive(UUID workOrderId, boolean imported) implements WorkOrderEvent {}

    /**
     * What readers would otherwise have to keep a copy for. Null on an event from before it was told.
     *
     * @param teamCode the team that took the request and will tell the citizen
     */
    record Facts(String number, String gridCode, boolean confidential, String teamCode) {}

    /** Why this department: the rule that won, its catalogue version and the clause it cites. */
    record Rule(UUID ruleId, int catalogueVersion, String clause) {}
}
