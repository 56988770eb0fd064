package cn.minyi5.routing.workorder.application;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to do something to a work order.
 *
 * @param seenVersion the version they had before their eyes when they decided, or null if they do not say
 */
public record Attempt(UUID workOrderId, Actor actor, @Nullable Integer seenVersion) {

    /**
     * @throws Refusal {@code work-order.unknown} if it is not for their eyes, {@code work-order.changed-meanwhile} if it
     *     is not what they saw
     */
    WorkOrder admittedTo(WorkOrder order) {
        if (!Sight.of(actor).sees(order)) {
            throw Refusal.notFound("work-order.unknown");
        }
        if (seenVersion != null && seenVersion != order.version()) {
            throw Refusal.conflict("work-order.changed-meanwhile").with("version", order.version());
        }
        return order;
    }

    /**
     * The department in whose name they act. Supervisors act for the department that handles confidential orders.
     *
     * @throws Refusal {@code work-order.not-the-lead}
     */
    String departmentFor(WorkOrder order) {
        var lead = order.lead();
        if (order.request().confidential() && actor.is(Roles.SUPERVISOR) && lead != null) {
            return lead;
        }
        if (actor.is(Roles.CLERK) && actor.department() != null) {
            return actor.department();
        }
        throw Refusal.forbidden("work-order.not-the-lead");
    }

    /**
     * The desk reviews what is ordinary; what is confidential it never sees, so supervisors review that.
     *
     * @throws Refusal {@code work-order.not-the-desk}
     */
    WorkOrder reviewed(WorkOrder order) {
        if (!actor.is(Roles.DISPATCHER) && !order.request().confidential()) {
            throw Refusal.forbidden("work-order.not-the-desk");
        }
        return order;
    }

    String by() {
        return actor.username();
    }
}
