package cn.minyi5.messaging;

import cn.minyi5.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/** An event as a consumer gets it: what happened, when it happened (not when we heard), and where it came in. */
public record OldReceived<E extends Event>(UUID id, E event, Instant happenedAt, String topic, int partition) {}
