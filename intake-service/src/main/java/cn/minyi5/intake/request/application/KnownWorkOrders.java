package cn.minyi5.intake.request.application;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.intake.request.domain.KnownWorkOrder;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The copies of work orders. Those that change one answer whether it was known. */
public interface KnownWorkOrders {

    Uni<Void> open(Transaction tx, WorkOrderEvent.Opened opened);

    /** It is with a department now, or with the desk where {@code holder} is null. */
    Uni<Boolean> hold(Transaction tx, UUID workOrderId, @Nullable String holder, int round);

    Uni<Boolean> answer(Transaction tx, WorkOrderEvent.ReplyAccepted accepted, Instant acceptedAt);

    Uni<Boolean> end(Transaction tx, UUID workOrderId, KnownWorkOrder.Ending ending);
}
