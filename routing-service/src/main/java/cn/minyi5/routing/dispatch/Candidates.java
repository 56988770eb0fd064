package cn.minyi5.routing.dispatch;

import cn.minyi5.access.Actor;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.CataloguesInForce;
import cn.minyi5.routing.workorder.SeenWorkOrders;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 备选条目. Which rules speak for a work order, and why one won or none did. */
@ApplicationScoped
public class Candidates {

    private final Transactions transactions;
    private final SeenWorkOrders workOrders;
    private final CataloguesInForce catalogues;

    Candidates(Transactions transactions, SeenWorkOrders workOrders, CataloguesInForce catalogues) {
        this.transactions = transactions;
        this.workOrders = workOrders;
        this.catalogues = catalogues;
    }

    public Uni<CandidatesView> of(Actor actor, UUID id) {
        return transactions.read(() -> workOrders.one(actor, id).flatMap(order -> catalogues
                .followed(rule(order), order.request().grid(), moment(order))
                .map(catalogue -> CandidatesView.of(catalogue, order.request().matter()))));
    }

    private static @Nullable UUID rule(WorkOrder order) {
        var dispatch = order.dispatch();
        var why = dispatch == null ? null : dispatch.assignment().why();
        return why == null ? null : why.ruleId();
    }

    /** Who still has to dispatch it does so by what is in force now; null. */
    private static @Nullable Instant moment(WorkOrder order) {
        return order.state() == State.AWAITING_DISPATCH ? null : order.since();
    }
}
