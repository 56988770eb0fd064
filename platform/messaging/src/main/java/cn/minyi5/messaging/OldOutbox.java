package cn.minyi5.messaging;

import cn.minyi5.contracts.Event;
import cn.minyi5.contracts.EventCatalogue;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where an event waits, in the transaction of the change it tells of, until the relay has sent it. */
public final class OldOutbox {

    /** Kafka's default limit is 1 MiB a record; headers and envelope need room. */
    static final int LARGEST_EVENT_BYTES = 900_000;

    private static final String APPEND =
            """
            insert into outbox (event_id, topic, key, type, happened_at, traceparent, data)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private OldOutbox() {}

    /** Announces one event that happened in this transaction. */
    public static Uni<Void> append(Transaction tx, Event event) {
        return append(tx, List.of(event), tx.now());
    }

    /** Announces events that happened at one moment, in their order. */
    public static Uni<Void> append(Transaction tx, List<? extends Event> events, Instant happenedAt) {
        return appendRows(
                tx, events.stream().map(event -> row(tx, event, happenedAt)).toList());
    }

    /** Announces events that may each have their own moment, in their order. */
    public static Uni<Void> appendRows(Transaction tx, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        tx.announces();
        var tuples = rows.stream()
                .map(row -> Tuple.from(new Object[] {
                    row.eventId(),
                    row.topic(),
                    row.key(),
                    row.type(),
                    OffsetDateTime.ofInstant(Objects.requireNonNullElse(row.happenedAt(), tx.now()), ZoneOffset.UTC),
                    row.traceparent(),
                    Buffer.buffer(row.data())
                }))
                .toList();
        return tx.connection().preparedQuery(APPEND).executeBatch(tuples).replaceWithVoid();
    }

    /**
     * The row of an event, for a repository that writes it in its own statement.
     *
     * @throws IllegalArgumentException if the event is larger than Kafka takes
     */
    public static OutboxRow row(Transaction tx, Event event, Instant happenedAt) {
        tx.announces();
        return row(event, happenedAt, tx.traceparent());
    }

    /**
     * The row of an event, for a statement that is a transaction by itself; see {@link Transactions#committed}.
     *
     * @throws IllegalArgumentException if the event is larger than Kafka takes
     */
    public static OutboxRow row(Event event, @Nullable Instant happenedAt) {
        return row(event, happenedAt, Traces.current());
    }

    private static OutboxRow row(Event event, @Nullable Instant happenedAt, @Nullable String traceparent) {
        var data = EventCatalogue.write(event);
        if (data.length > LARGEST_EVENT_BYTES) {
            throw new IllegalArgumentException(
                    EventCatalogue.typeOf(event.getClass()) + " has " + data.length + " bytes");
        }
        return new OutboxRow(
                UuidCreator.getTimeOrderedEpoch(),
                EventCatalogue.topicOf(event.getClass()),
                event.subject(),
                EventCatalogue.typeOf(event.getClass()),
                happenedAt,
                traceparent,
                data);
    }
}
