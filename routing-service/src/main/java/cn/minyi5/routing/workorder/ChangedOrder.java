package cn.minyi5.routing.workorder;

import cn.minyi5.access.Actor;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.util.UUID;

/** An order to which something has happened, for those who see it. */
public record ChangedOrder(WorkOrder order) {

    /** Enough to know whether one has to ask for it again. */
    public record View(UUID id, String number, State state, int version) {}

    public boolean isSeenBy(Actor actor) {
        return new Permissions(actor).sees(order);
    }

    public View view() {
        return new View(order.id(), order.origin().number(), order.state(), order.version());
    }
}
