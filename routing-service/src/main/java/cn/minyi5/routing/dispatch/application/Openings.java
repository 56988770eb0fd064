package cn.minyi5.routing.dispatch.application;

import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must be known before a work order can be opened. */
public interface Openings {

    /**
     * @param serial of the new order
     * @param catalogueVersion in force when the request was forwarded; null before the first
     * @param openedAlready whether the request has its order
     */
    record Opening(long serial, @Nullable Integer catalogueVersion, boolean openedAlready) {}

    /** One round trip: this is the hot path. */
    Uni<Opening> prepare(Transaction tx, UUID requestId, Instant forwardedAt);
}
