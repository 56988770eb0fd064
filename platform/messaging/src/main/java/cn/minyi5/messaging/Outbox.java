package cn.minyi5.messaging;

import cn.minyi5.contracts.Event;
import cn.minyi5.contracts.EventCatalogue;
import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.hibernate.reactive.pool.impl.SqlClientConnection;
import org.jspecify.annotations.Nullable;

/**
 * Announces what has happened: the events of a transaction are written when it commits, in the order in which they were
 * announced and in the same round trip, and wait in the database until the relay has sent them.
 */
@ApplicationScoped
public class Outbox {

    /** Kafka's default limit is 1 MiB a record; headers and envelope need room. */
    static final int LARGEST_EVENT_BYTES = 900_000;

    private static final String APPEND = "select append_to_outbox($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /** An event that happened at the moment of this transaction. */
    public void announce(Event event) {
        announce(event, UnitOfWork.current().now());
    }

    /** An event that happened at a moment of its own. */
    public void announce(Event event, Instant happenedAt) {
        announce(event, happenedAt, UnitOfWork.current().traceparent());
    }

    /**
     * An event that follows from another one.
     *
     * @param traceparent that of {@link Received}, so that the trace goes on
     * @throws IllegalArgumentException if the event is larger than Kafka takes
     */
    public void announce(Event event, Instant happenedAt, @Nullable String traceparent) {
        UnitOfWork.current().announce(row(event, happenedAt, traceparent, Extensions.NONE));
    }

    /**
     * One of the events of an aggregate that counts them.
     *
     * @param traceparent that of {@link Received}; null: that of what is done here
     */
    public void announce(Event event, Instant happenedAt, @Nullable String traceparent, Extensions extensions) {
        var unit = UnitOfWork.current();
        unit.announce(row(event, happenedAt, traceparent == null ? unit.traceparent() : traceparent, extensions));
    }

    /** An event and when it happened; null: at the moment at which a statement writes it. */
    public record Announcement(Event event, @Nullable Instant happenedAt) {}

    /**
     * The events as parameters 1 to 7 of the SQL function {@code append_to_outbox}, for a statement that does everything
     * by itself.
     */
    public Object[] parameters(List<Announcement> announcements) {
        var traceparent = Traces.current();
        return columns(announcements.stream()
                .map(told -> row(told.event(), told.happenedAt(), traceparent, Extensions.NONE))
                .toList());
    }

    static CompletionStage<RowSet<Row>> write(SqlClientConnection connection, List<OutboxRow> rows) {
        var columns = Stream.of(columns(rows), extensions(rows)).flatMap(Stream::of);
        return connection.preparedQuery(APPEND, SqlValues.of(columns.toArray()));
    }

    /** Typed, because an empty list does not say of what it is empty. */
    private static Object[] columns(List<OutboxRow> rows) {
        return new Object[] {
            rows.stream().map(OutboxRow::eventId).toArray(UUID[]::new),
            rows.stream().map(OutboxRow::topic).toList(),
            rows.stream().map(OutboxRow::key).toList(),
            rows.stream().map(OutboxRow::type).toList(),
            SqlValues.moments(rows, OutboxRow::happenedAt),
            rows.stream().map(OutboxRow::traceparent).toArray(String[]::new),
            rows.stream().map(row -> Buffer.buffer(row.data())).toArray(Buffer[]::new)
        };
    }

    private static Object[] extensions(List<OutboxRow> rows) {
        return new Object[] {
            rows.stream().map(row -> row.extensions().sequence()).toArray(Long[]::new),
            rows.stream().map(row -> row.extensions().division()).toArray(String[]::new),
            rows.stream().map(row -> row.extensions().confidential()).toArray(Boolean[]::new)
        };
    }

    private static OutboxRow row(
            Event event, @Nullable Instant happenedAt, @Nullable String traceparent, Extensions extensions) {
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
                extensions,
                data);
    }
}
