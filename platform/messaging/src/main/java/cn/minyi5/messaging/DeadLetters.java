package cn.minyi5.messaging;

import cn.minyi5.contracts.language.Refusal;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** Events that could not be read or handled: kept with the reason, told to a topic of their own, and replayable. */
@ApplicationScoped
public class DeadLetters {

    /** By hand: heard again before its position was told to Kafka, a letter must be kept once. */
    private static final String KEEP =
            """
            insert into dead_letter (id, consumer_group, topic, partition, position, key, event_id, type, happened_at,
                                     traceparent, data, reason)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict do nothing""";

    private static final String PAGE =
            """
            select *, consumer_group as "group" from dead_letter where id > $1 order by id limit $2""";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Transactions transactions;
    private final Sql sql;
    private final Namespace namespace;

    DeadLetters(Transactions transactions, Sql sql, MessagingConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.namespace = new Namespace(config.prefix().orElse(""));
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

    /** In the transaction that is open, together with its announcement. */
    Uni<Void> keep(String group, ConsumerRecord<String, byte[]> record, String reason, Instant now) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var envelope = readable(record);
        var type = header(record, "ce_type");
        var traceparent = header(record, "traceparent");
        return sql.update(
                        KEEP,
                        id,
                        group,
                        namespace.inside(record.topic()),
                        record.partition(),
                        record.offset(),
                        record.key(),
                        envelope == null ? null : envelope.id(),
                        type,
                        envelope == null ? null : envelope.happenedAt(),
                        traceparent,
                        record.value(),
                        reason)
                .invoke(kept -> {
                    if (kept > 0) {
                        UnitOfWork.current()
                                .announce(new OutboxRow(
                                        id,
                                        group + ".dead-letters",
                                        record.key() == null ? "" : record.key(),
                                        type == null ? "unreadable" : type,
                                        now,
                                        traceparent,
                                        record.value() == null ? new byte[0] : record.value()));
                    }
                })
                .replaceWithVoid();
    }

    /** Oldest first. @param after the last id of the page before, or null; @param limit 1 to 200 */
    public Uni<List<Letter>> page(@Nullable UUID after, int limit) {
        return transactions.read(() -> sql.list(Letter.class, PAGE, after == null ? BEFORE_ALL : after, limit));
    }

    /** @throws Refusal {@code dead-letter.unknown} */
    Uni<DeadLetterRow> locked(UUID id) {
        return transactions
                .session()
                .get(DeadLetterRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("dead-letter.unknown"));
    }

    Uni<Void> replayed(DeadLetterRow letter, Instant now) {
        letter.replayedAt = now;
        return transactions.session().update(letter);
    }

    private @Nullable Envelope readable(ConsumerRecord<String, byte[]> record) {
        try {
            return Envelope.read(record, namespace);
        } catch (Envelope.Unreadable e) {
            return null;
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
