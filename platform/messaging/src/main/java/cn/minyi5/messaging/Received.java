package cn.minyi5.messaging;

import cn.minyi5.contracts.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a reaction gets it: what happened, when it happened (not when we heard), and where it came in.
 *
 * @param traceparent for {@link Outbox#announce(Event, Instant, String)}, so that the trace goes on
 * @param sequence see {@link Extensions}; null where the sender counted nothing
 */
public record Received<E extends Event>(
        UUID id,
        E event,
        Instant happenedAt,
        String topic,
        int partition,
        @Nullable String traceparent,
        @Nullable Long sequence) {}
