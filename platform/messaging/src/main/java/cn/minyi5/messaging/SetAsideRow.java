package cn.minyi5.messaging;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that was heard and has had no effect: it waits and is tried again, or is a dead letter for a person. */
@Entity
@Table(name = "set_aside")
class SetAsideRow {

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

    @Nullable
    Long sequence;

    @Nullable
    String division;

    boolean confidential;
    int tries;

    /** Null for a dead letter. */
    @Nullable
    Instant nextTryAt;

    @Nullable
    Instant giveUpAt;

    @Nullable
    Instant dismissedAt;

    @Nullable
    String dismissedBy;

    @Nullable
    String dismissalReason;

    /** As it was heard; only one whose id could be read is replayed. */
    Envelope envelope() {
        return new Envelope(
                eventId,
                type,
                happenedAt,
                traceparent,
                key,
                new Extensions(sequence, division, confidential),
                data == null ? new byte[0] : data,
                topic,
                partition,
                position);
    }
}
