package cn.minyi5.escalation.figures.application;

import cn.minyi5.contracts.RequestEvent.Forwarded;
import cn.minyi5.contracts.RequestEvent.ResolvedOnSpot;
import cn.minyi5.escalation.figures.application.RequestCopies.RequestCopy;
import cn.minyi5.messaging.OldReceived;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps a copy of every request, history included, by the time of the visit. */
@ApplicationScoped
public class CopyRequests {

    private final RequestCopies copies;

    CopyRequests(RequestCopies copies) {
        this.copies = copies;
    }

    public Uni<Void> onResolved(OldReceived<ResolvedOnSpot> received, Transaction tx) {
        var event = received.event();
        return copies.add(
                tx,
                new RequestCopy(
                        event.requestId(),
                        event.gridCode(),
                        event.categoryCode(),
                        event.visitedAt().toInstant(),
                        true));
    }

    public Uni<Void> onForwarded(OldReceived<Forwarded> received, Transaction tx) {
        var event = received.event();
        return copies.add(
                tx,
                new RequestCopy(
                        event.requestId(),
                        event.gridCode(),
                        event.categoryCode(),
                        event.visitedAt().toInstant(),
                        false));
    }
}
