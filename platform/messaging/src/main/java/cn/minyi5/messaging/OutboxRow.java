package cn.minyi5.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it waits for the relay. A null {@code happenedAt} means: the moment the row is written. */
public record OutboxRow(
        UUID eventId,
        String topic,
        String key,
        String type,
        @Nullable Instant happenedAt,
        @Nullable String traceparent,
        Extensions extensions,
        byte[] data) {}
