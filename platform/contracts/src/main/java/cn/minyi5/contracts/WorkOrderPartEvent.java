package cn.minyi5.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 协办. What {@code department}, which assists, does for an order while its dispatch {@code dispatchNo} is in force. */
@Event.Topic("routing.work-orders")
public sealed interface WorkOrderPartEvent extends WorkOrderEvent {

    @Type("work-order.part-signed.v1")
    record PartSigned(
            UUID workOrderId, int dispatchNo, int round, String department, boolean imported, @Nullable Facts facts)
            implements WorkOrderPartEvent {}

    /** For the lead to confirm or to send back. @param lead null on events from before it travelled with them */
    @Type("work-order.part-handed-in.v1")
    record PartHandedIn(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            String text,
            boolean imported,
            @Nullable Facts facts,
            @Nullable String lead)
            implements WorkOrderPartEvent {}

    @Type("work-order.part-confirmed.v1")
    record PartConfirmed(
            UUID workOrderId, int dispatchNo, int round, String department, boolean imported, @Nullable Facts facts)
            implements WorkOrderPartEvent {}

    @Type("work-order.part-sent-back.v1")
    record PartSentBack(
            UUID workOrderId,
            int dispatchNo,
            int round,
            String department,
            String reason,
            boolean imported,
            @Nullable Facts facts)
            implements WorkOrderPartEvent {}
}
