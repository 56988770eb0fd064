package cn.minyi5.messaging;

import cn.minyi5.contracts.Event;
import io.smallrye.mutiny.Uni;

/** What a consumer does about an event, inside the transaction that also marks the event as handled. */
@FunctionalInterface
public interface OldReaction<E extends Event> {
    Uni<Void> to(OldReceived<E> received, Transaction tx);
}
