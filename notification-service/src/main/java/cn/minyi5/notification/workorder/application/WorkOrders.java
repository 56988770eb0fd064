package cn.minyi5.notification.workorder.application;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The small copies that events about a work order are read by. */
public interface WorkOrders {

    Uni<Void> keep(Transaction tx, WorkOrder workOrder);

    Uni<Void> keepTeam(Transaction tx, UUID requestId, String team);

    /** Fails with {@link NotHeardOfYet}. */
    Uni<WorkOrder> get(Transaction tx, UUID workOrderId);

    /** The team that took the request. Fails with {@link NotHeardOfYet}. */
    Uni<String> teamOf(Transaction tx, UUID requestId);

    /**
     * Topics overtake each other. The event is tried again, and if what it needs still has not come it becomes a dead
     * letter that can be replayed: nobody goes untold in silence.
     */
    final class NotHeardOfYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotHeardOfYet(String what) {
            super(what + " has not been heard of yet");
        }
    }
}
