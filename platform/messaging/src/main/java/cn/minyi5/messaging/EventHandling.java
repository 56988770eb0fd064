package cn.minyi5.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Handles one record: effect and mark in one transaction, again after a passing failure, aside after a lasting one. */
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

    /** Returns when the record has been dealt with, or when {@code stopped}: then it will be heard again. */
    void handle(ConsumerRecord<String, byte[]> record, BooleanSupplier stopped) {
        for (int tries = 1; !stopped.getAsBoolean(); tries++) {
            try {
                handleOnce(record);
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

    private void handleOnce(ConsumerRecord<String, byte[]> record) throws Envelope.Unreadable {
        var envelope = Envelope.read(record, namespace);
        if (envelope.type().equals(Watermark.TYPE)) {
            if (consumer.wantsWatermarks()) {
                var watermark = new Watermark(envelope.topic(), envelope.partition(), envelope.happenedAt());
                inTransaction(tx -> consumer.seenUpTo(watermark, tx));
            }
        } else if (reactions.concern(envelope.type())) {
            handle(envelope);
        }
    }

    /** Also the way of a dead letter that is replayed. */
    void handle(Envelope envelope) throws Envelope.Unreadable {
        var span = Traces.consuming(envelope.type(), envelope.traceparent());
        var scope = span.makeCurrent();
        try {
            inTransaction(tx -> Inbox.once(tx, consumer.group(), envelope.id(), () -> react(envelope, tx)));
        } finally {
            scope.close();
            span.end();
        }
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
