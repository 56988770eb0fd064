package cn.minyi5.routing.dispatch.application;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.catalogue.application.PublishedCatalogues;
import cn.minyi5.routing.dispatch.application.Openings.Opening;
import cn.minyi5.routing.workorder.application.Step;
import cn.minyi5.routing.workorder.application.WorkOrderSteps;
import cn.minyi5.routing.workorder.application.WorkOrders;
import cn.minyi5.routing.workorder.domain.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * 立单并派单. Opens the work order of a forwarded request and dispatches it where one rule wins, in one transaction; what
 * no rule wins waits in the dispatch desk's queue. A request has one order, however often it is forwarded.
 */
@ApplicationScoped
public class OpenWorkOrder {

    private final Openings openings;
    private final PublishedCatalogues catalogues;
    private final FirstDispatch firstDispatch;
    private final WorkOrders workOrders;

    OpenWorkOrder(
            Openings openings, PublishedCatalogues catalogues, FirstDispatch firstDispatch, WorkOrders workOrders) {
        this.openings = openings;
        this.catalogues = catalogues;
        this.firstDispatch = firstDispatch;
        this.workOrders = workOrders;
    }

    /** @throws Refusal if no work order can be made of the event: it becomes a dead letter */
    public Uni<Void> handle(Transaction tx, RequestEvent.Forwarded event, Instant forwardedAt) {
        return openings.prepare(tx, event.requestId(), forwardedAt)
                .flatMap(opening ->
                        opening.openedAlready() ? Uni.createFrom().voidItem() : open(tx, event, forwardedAt, opening));
    }

    private Uni<Void> open(Transaction tx, RequestEvent.Forwarded event, Instant forwardedAt, Opening opening) {
        var openedAt = event.imported() ? forwardedAt : tx.now();
        var origin = Forwarding.origin(event, opening.serial(), openedAt);
        var history = event.history();
        return catalogues
                .get(opening.catalogueVersion())
                .map(catalogue -> firstDispatch.of(origin.request(), catalogue))
                .map(verdict -> history == null
                        ? live(origin, verdict, tx.now())
                        : new PastLife(history).retold(origin, verdict))
                .flatMap(life -> workOrders.save(tx, life));
    }

    private static Step live(Origin origin, FirstDispatch.Verdict verdict, Instant now) {
        var opening = new WorkOrderSteps(WorkOrderSteps.AUTOMATIC, origin.openedAt());
        var assignment = verdict.assignment();
        if (assignment == null) {
            return opening.open(origin, verdict.words());
        }
        var dispatching = new WorkOrderSteps(WorkOrderSteps.AUTOMATIC, now);
        return opening.open(origin, null).then(order -> dispatching.dispatch(order, assignment, verdict.words()));
    }
}
