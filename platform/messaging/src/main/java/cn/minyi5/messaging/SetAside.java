package cn.minyi5.messaging;

import cn.minyi5.contracts.language.Refusal;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * What was heard and had no effect, within the unit of work that is open. What came too early waits and is tried again;
 * what will not do by trying, or has waited for too long, is a dead letter and announced as one (ADR 0018).
 */
@ApplicationScoped
class SetAside {

    /** By hand: heard again before its position was told to Kafka, it must be kept once. */
    private static final String KEEP =
            """
            insert into set_aside (id, consumer_group, topic, partition, position, key, event_id, type, happened_at,
                                   traceparent, data, reason, sequence, division, confidential, next_try_at, give_up_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            on conflict do nothing""";

    /** By hand: asked every second, it is one look into an index that holds what waits and nothing else. */
    private static final String DUE =
            """
            select id from set_aside
            where next_try_at <= clock_timestamp() and consumer_group = any ($1)
            order by consumer_group, key, sequence nulls first, position limit 500""";

    private static final String UNSETTLED_OF_KEY =
            """
            from SetAsideRow where consumerGroup = :group and key = :key and replayedAt is null and dismissedAt is null
            order by position""";

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

    private final Transactions transactions;
    private final Sql sql;
    private final Namespace namespace;
    private final Duration longestEarly;

    SetAside(Transactions transactions, Sql sql, MessagingConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.namespace = new Namespace(config.prefix().orElse(""));
        this.longestEarly = config.longestEarly();
    }

    /** Together with its announcement, if it is a dead letter. */
    Uni<Void> keep(String group, ConsumerRecord<String, byte[]> record, Throwable failure, Instant now) {
        var row = row(group, record);
        failed(row, failure, now);
        return sql.update(
                        KEEP,
                        row.id,
                        row.consumerGroup,
                        row.topic,
                        row.partition,
                        row.position,
                        row.key,
                        row.eventId,
                        row.type,
                        row.happenedAt,
                        row.traceparent,
                        row.data,
                        row.reason,
                        row.sequence,
                        row.division,
                        row.confidential,
                        row.nextTryAt,
                        row.giveUpAt)
                .invoke(kept -> {
                    if (kept > 0) {
                        announceIfDead(row, now);
                    }
                })
                .replaceWithVoid();
    }

    /** Those of the groups that wait and whose time has come, each key's in its order. */
    Uni<List<UUID>> due(Collection<String> groups) {
        return sql.values(UUID.class, DUE, groups);
    }

    /** @throws Refusal {@code dead-letter.unknown} */
    Uni<SetAsideRow> locked(UUID id) {
        return found(id).onItem().ifNull().failWith(() -> Refusal.notFound("dead-letter.unknown"));
    }

    /** Null if it waits no more, or has just been tried by another copy. */
    Uni<SetAsideRow> lockedDue(UUID id, Instant now) {
        return found(id).map(row -> row == null || row.nextTryAt == null || row.nextTryAt.isAfter(now) ? null : row);
    }

    /** The row and what is unsettled of its key before it, in the order in which they happened; none once it is settled. */
    Uni<List<SetAsideRow>> upTo(SetAsideRow row) {
        if (row.replayedAt != null) {
            return Uni.createFrom().item(List.of());
        }
        if (row.key == null) {
            return Uni.createFrom().item(List.of(row));
        }
        return transactions
                .session()
                .createSelectionQuery(UNSETTLED_OF_KEY, SetAsideRow.class)
                .setParameter("group", row.consumerGroup)
                .setParameter("key", row.key)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .map(all -> upTo(row.id, all));
    }

    /** @param all by position, which is their order unless each of them says better */
    private static List<SetAsideRow> upTo(UUID id, List<SetAsideRow> all) {
        var counted = all.stream().allMatch(row -> row.sequence != null);
        var ordered = counted
                ? all.stream()
                        .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.sequence)))
                        .toList()
                : all;
        var last = ordered.stream().map(row -> row.id).toList().indexOf(id);
        return ordered.subList(0, last + 1);
    }

    /** It has had its effect: a letter is kept with that, of what only waited nothing is left. */
    Uni<Void> done(SetAsideRow row, Instant now) {
        if (row.nextTryAt != null) {
            return transactions.session().delete(row);
        }
        row.replayedAt = now;
        return transactions.session().update(row);
    }

    /** It waits on, or becomes a dead letter. */
    Uni<Void> failedAgain(SetAsideRow row, Throwable failure, Instant now) {
        failed(row, failure, now);
        announceIfDead(row, now);
        return transactions.session().update(row);
    }

    private void failed(SetAsideRow row, Throwable failure, Instant now) {
        var kind = Failure.of(failure);
        if (failure instanceof NotYet early && early.isBehind()) {
            row.giveUpAt = null;
        } else if (row.giveUpAt == null) {
            row.giveUpAt = now.plus(longestEarly);
        }
        // What waited already may meet a deadlock: the next try tells.
        var mayPass = kind == Failure.EARLY || kind == Failure.DOUBTFUL && row.tries > 0;
        row.tries++;
        row.reason = Failure.reason(failure);
        row.failedAt = now;
        row.nextTryAt = mayPass && (row.giveUpAt == null || now.isBefore(row.giveUpAt))
                ? now.plus(BACKOFF.after(row.tries))
                : null;
    }

    private void announceIfDead(SetAsideRow row, Instant now) {
        if (row.nextTryAt == null) {
            transactions.logged().bySystem("set-aside/" + row.consumerGroup, null);
            UnitOfWork.current()
                    .announce(new OutboxRow(
                            row.id,
                            row.consumerGroup + ".dead-letters",
                            row.key == null ? "" : row.key,
                            row.type == null ? "unreadable" : row.type,
                            now,
                            row.traceparent,
                            new Extensions(row.sequence, row.division, row.confidential),
                            row.data == null ? new byte[0] : row.data));
        }
    }

    private Uni<SetAsideRow> found(UUID id) {
        return transactions.session().get(SetAsideRow.class, id, LockMode.PESSIMISTIC_WRITE);
    }

    private SetAsideRow row(String group, ConsumerRecord<String, byte[]> record) {
        var row = new SetAsideRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.consumerGroup = group;
        row.topic = namespace.inside(record.topic());
        row.partition = record.partition();
        row.position = record.offset();
        row.key = record.key();
        row.type = header(record, "ce_type");
        row.traceparent = header(record, "traceparent");
        row.data = record.value();
        var extensions = Extensions.NONE;
        try {
            var envelope = Envelope.read(record, namespace);
            row.eventId = envelope.id();
            row.happenedAt = envelope.happenedAt();
            extensions = envelope.extensions();
        } catch (Envelope.Unreadable unreadable) {
            // Kept as it came, for a person to look at.
        }
        extensions = extensions.orOf(record.value());
        row.sequence = extensions.sequence();
        row.division = extensions.division();
        row.confidential = extensions.confidential();
        return row;
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
