package cn.minyi5.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Handles records: effect and mark in one transaction, again after a passing failure, aside after a lasting one. What
 * waits in line shares a transaction as long as all goes well; the first failure sends each through one of its own.
 */
final class EventHandling {

    private static final Logger LOG = Logger.getLogger(EventHandling.class);

    /** A transaction that takes longer is taken for lost and tried again; its mark keeps the effect single. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));

    /** So often is a failure of unknown kind tried before the event is set aside. */
    private static final int DOUBTFUL_TRIES = 5;

    private static final int LONGEST_REASON = 200;

    private final EventConsumer consumer;
    private final Reactions reactions;
    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Namespace namespace;

    EventHandling(EventConsumer consumer, Transactions transactions, DeadLetters deadLetters, Namespace namespace) {
        this.consumer = consumer;
        this.reactions = consumer.reactions();
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.namespace = namespace;
    }

    /**
     * Returns when the records have been dealt with, or when {@code stopped}: then they will be heard again.
     *
     * @param records of one partition, in order
     */
    void handle(List<ConsumerRecord<String, byte[]>> records, BooleanSupplier stopped) {
        if (records.size() == 1 || !wentWell(records)) {
            records.forEach(record -> handleAlone(record, stopped));
        }
    }

    private boolean wentWell(List<ConsumerRecord<String, byte[]>> records) {
        try {
            handleTogether(records);
            return true;
        } catch (Exception failure) {
            LOG.debugf("%s: %d records go one by one after: %s", consumer.group(), records.size(), reason(failure));
            return false;
        }
    }

    private void handleAlone(ConsumerRecord<String, byte[]> record, BooleanSupplier stopped) {
        for (int tries = 1; !stopped.getAsBoolean(); tries++) {
            try {
                handleTogether(List.of(record));
                return;
            } catch (Exception failure) {
                var kind = Failure.of(failure);
                if (kind == Failure.LASTING || kind == Failure.DOUBTFUL && tries >= DOUBTFUL_TRIES) {
                    if (setAside(record, failure)) {
                        return;
                    }
                }
                LOG.warnf(
                        "%s: %s-%d@%d not handled, try %d: %s",
                        consumer.group(), record.topic(), record.partition(), record.offset(), tries, reason(failure));
                BACKOFF.await(tries, stopped);
            }
        }
    }

    private void handleTogether(List<ConsumerRecord<String, byte[]>> records) throws Envelope.Unreadable {
        var events = new ArrayList<Envelope>();
        Watermark watermark = null;
        for (var record : records) {
            var envelope = Envelope.read(record, namespace);
            if (envelope.type().equals(Watermark.TYPE)) {
                watermark = new Watermark(envelope.topic(), envelope.partition(), envelope.happenedAt());
            } else if (reactions.concern(envelope.type())) {
                events.add(envelope);
            }
        }
        // The last one says all that the earlier ones said.
        var seenUpTo = consumer.wantsWatermarks() ? watermark : null;
        if (!events.isEmpty() || seenUpTo != null) {
            inTransaction(tx -> markAndReact(events, tx)
                    .chain(() -> seenUpTo == null ? Uni.createFrom().voidItem() : consumer.seenUpTo(seenUpTo, tx)));
        }
    }

    /** Handles a dead letter again, at once and once; fails as its reaction does. */
    void replay(Envelope event) {
        inTransaction(tx -> markAndReact(List.of(event), tx));
    }

    private Uni<Void> markAndReact(List<Envelope> events, Transaction tx) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = events.stream().map(Envelope::id).toList();
        return Inbox.mark(tx, consumer.group(), ids).flatMap(fresh -> {
            var done = Uni.createFrom().voidItem();
            for (var event : events) {
                if (fresh.remove(event.id())) {
                    done = done.chain(() -> traced(event, tx));
                }
            }
            return done;
        });
    }

    private Uni<Void> traced(Envelope event, Transaction tx) {
        var span = Traces.consuming(event.type(), event.traceparent());
        return Uni.createFrom()
                .deferred(() -> react(event, tx.carrying(Traces.of(span))))
                .onTermination()
                .invoke(() -> span.end());
    }

    private Uni<Void> react(Envelope envelope, Transaction tx) {
        try {
            return reactions.react(envelope, tx);
        } catch (Envelope.Unreadable e) {
            return Uni.createFrom().failure(e);
        }
    }

    private boolean setAside(ConsumerRecord<String, byte[]> record, Exception failure) {
        try {
            inTransaction(tx -> deadLetters.add(tx, consumer.group(), record, reason(failure)));
            LOG.errorf(
                    "%s: %s-%d@%d set aside as a dead letter: %s",
                    consumer.group(), record.topic(), record.partition(), record.offset(), reason(failure));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("%s: a dead letter could not be kept yet: %s", consumer.group(), e);
            return false;
        }
    }

    /** Cut short: the message of a database may quote what it was given. */
    private static String reason(Throwable failure) {
        var reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private void inTransaction(Function<Transaction, Uni<Void>> work) {
        transactions.run(work).await().atMost(LONGEST);
    }
}
