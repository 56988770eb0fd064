package cn.minyi5.routing.workorder.http;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.application.Attempt;
import cn.minyi5.routing.workorder.application.WorkOrders;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What all transitions have in common at the edge: who tries it, on what, and the order with its story as answer. */
@ApplicationScoped
class Transitions {

    private final CurrentActor currentActor;
    private final Idempotency idempotency;
    private final WorkOrders workOrders;

    Transitions(CurrentActor currentActor, Idempotency idempotency, WorkOrders workOrders) {
        this.currentActor = currentActor;
        this.idempotency = idempotency;
        this.workOrders = workOrders;
    }

    Uni<Response> answer(
            String action,
            UUID id,
            TransitionHeaders headers,
            @Nullable Object body,
            BiFunction<Transaction, Attempt, Uni<WorkOrder>> transition) {
        var actor = currentActor.get();
        var attempt = new Attempt(id, actor, headers.version());
        return idempotency.once(headers.key(), actor, action + "/" + id, body, 200, tx -> transition
                .apply(tx, attempt)
                .flatMap(order -> workOrders.timeline(tx, id).map(timeline -> WorkOrderView.of(order, timeline))));
    }
}
