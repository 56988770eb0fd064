package cn.minyi5.escalation.figures.application;

import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** What figures need to know of citizens' requests. */
public interface RequestCopies {

    Uni<Void> add(Transaction tx, RequestCopy request);

    /** @param onSpot settled during the visit; otherwise forwarded */
    record RequestCopy(UUID requestId, String gridCode, String categoryCode, Instant visitedAt, boolean onSpot) {}
}
