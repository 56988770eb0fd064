package cn.minyi5.messaging;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that could not be read or handled, kept whole until a person replays it. */
@Entity
@Table(name = "dead_letter")
class DeadLetterRow {

    @Id
    UUID id;

    String consumerGroup;
    String topic;
    int partition;
    long position;

    @Nullable
    String key;

    @Nullable
    UUID eventId;

    @Nullable
    String type;

    @Nullable
    Instant happenedAt;

    @Nullable
    String traceparent;

    byte @Nullable [] data;

    String reason;
    Instant failedAt;

    @Nullable
    Instant replayedAt;

    /** As it was heard; only one whose id could be read is replayed. */
    Envelope envelope() {
        return new Envelope(
                eventId,
                type,
                happenedAt,
                traceparent,
                key,
                data == null ? new byte[0] : data,
                topic,
                partition,
                position);
    }
}
