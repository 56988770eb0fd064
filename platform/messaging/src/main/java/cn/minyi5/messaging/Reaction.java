package cn.minyi5.messaging;

import cn.minyi5.contracts.Event;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * What is done about events that were heard together, in the transaction that also marks them as handled. A list holds
 * at most one event of each key; what came earlier of a key has been handled before, whatever its type.
 */
@FunctionalInterface
public interface Reaction<E extends Event> {
    Uni<Void> to(List<Received<E>> received, Instant now);
}
