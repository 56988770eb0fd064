package cn.minyi5.messaging;

import cn.minyi5.contracts.language.Refusal;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Events that could not be read or handled: kept with the reason, told to a topic of their own, and replayable. */
public final class DeadLetters {

    private static final String KEEP =
            """
            insert into dead_letter (id, consumer_group, topic, partition, position, key, event_id, type, happened_at,
                                     traceparent, data, reason)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict do nothing""";

    private static final String ANNOUNCE =
            """
            insert into outbox (event_id, topic, key, type, traceparent, data)
            values ($1, $2 || '.dead-letters', coalesce($3, ''), coalesce($4, 'unreadable'), $5, $6)""";

    private static final String PAGE =
            """
            select id, consumer_group, topic, partition, position, key, event_id, type, reason, failed_at, replayed_at
            from dead_letter where ($1::uuid is null or id > $1) order by id limit $2""";

    private final Transactions transactions;
    private final Map<String, EventHandling> handlings;
    private final Namespace namespace;

    /** @param handlings by consumer group; filled after construction, read when a letter is replayed */
    DeadLetters(Transactions transactions, Map<String, EventHandling> handlings, Namespace namespace) {
        this.transactions = transactions;
        this.handlings = handlings;
        this.namespace = namespace;
    }

    /** A letter as a person sees it. */
    public record Letter(
            UUID id,
            String group,
            String topic,
            int partition,
            long position,
            @Nullable String key,
            @Nullable String type,
            String reason,
            OffsetDateTime failedAt,
            @Nullable OffsetDateTime replayedAt) {}

    Uni<Void> add(Transaction tx, String group, ConsumerRecord<String, byte[]> record, String reason) {
        tx.announces();
        var id = UuidCreator.getTimeOrderedEpoch();
        var data = record.value() == null ? null : Buffer.buffer(record.value());
        return tx.connection()
                .preparedQuery(KEEP)
                .execute(Tuple.from(new Object[] {
                    id,
                    group,
                    namespace.inside(record.topic()),
                    record.partition(),
                    record.offset(),
                    record.key(),
                    eventId(record),
                    header(record, "ce_type"),
                    happenedAt(record),
                    header(record, "traceparent"),
                    data,
                    reason
                }))
                .flatMap(kept -> kept.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : tx.connection()
                                .preparedQuery(ANNOUNCE)
                                .execute(Tuple.from(new Object[] {
                                    id,
                                    group,
                                    record.key(),
                                    header(record, "ce_type"),
                                    header(record, "traceparent"),
                                    data == null ? Buffer.buffer() : data
                                }))
                                .replaceWithVoid());
    }

    /** Oldest first. @param after the last id of the page before, or null; @param limit 1 to 200 */
    public Uni<List<Letter>> page(@Nullable UUID after, int limit) {
        return transactions
                .pool()
                .preparedQuery(PAGE)
                .execute(Tuple.of(after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeadLetters::letter)
                        .toList());
    }

    /**
     * Hands the event to its consumer once more. Blocks; not for an event loop.
     *
     * @throws Refusal {@code dead-letter.unknown}, {@code dead-letter.still-fails}
     */
    public void replay(UUID id) {
        var row = one("select * from dead_letter where id = $1", id);
        var handling = handlings.get(row.getString("consumer_group"));
        var eventId = row.getUUID("event_id");
        if (handling == null || eventId == null) {
            throw Refusal.conflict("dead-letter.still-fails").with("reason", row.getString("reason"));
        }
        var buffer = row.get(Buffer.class, "data");
        try {
            handling.replay(new Envelope(
                    eventId,
                    row.getString("type"),
                    row.getOffsetDateTime("happened_at").toInstant(),
                    row.getString("traceparent"),
                    row.getString("key"),
                    buffer == null ? new byte[0] : buffer.getBytes(),
                    row.getString("topic"),
                    row.getInteger("partition"),
                    row.getLong("position")));
        } catch (Exception e) {
            throw Refusal.conflict("dead-letter.still-fails").with("reason", String.valueOf(e.getMessage()));
        }
        one("update dead_letter set replayed_at = now() where id = $1 returning id", id);
    }

    private Row one(String sql, UUID id) {
        var rows = transactions
                .pool()
                .preparedQuery(sql)
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator();
        if (!rows.hasNext()) {
            throw Refusal.notFound("dead-letter.unknown");
        }
        return rows.next();
    }

    private static Letter letter(Row row) {
        return new Letter(
                row.getUUID("id"),
                row.getString("consumer_group"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("position"),
                row.getString("key"),
                row.getString("type"),
                row.getString("reason"),
                row.getOffsetDateTime("failed_at"),
                row.getOffsetDateTime("replayed_at"));
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private @Nullable UUID eventId(ConsumerRecord<String, byte[]> record) {
        try {
            return Envelope.read(record, namespace).id();
        } catch (Envelope.Unreadable e) {
            return null;
        }
    }

    private @Nullable OffsetDateTime happenedAt(ConsumerRecord<String, byte[]> record) {
        try {
            return Envelope.read(record, namespace).happenedAt().atOffset(ZoneOffset.UTC);
        } catch (Envelope.Unreadable e) {
            return null;
        }
    }
}
