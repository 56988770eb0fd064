package cn.minyi5.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** What is on its way to Kafka during one turn of the relay, by outbox id. */
final class Sending implements AutoCloseable {

    /** Under way at most: bounds memory while the broker is away. */
    private static final int FULL = 2_000;

    /** A send was refused for good: the turn ends and begins anew with a fresh producer. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }
    }

    private final Producer<String, byte[]> producer;
    private final String source;
    private final Collection<String> topics;
    private final Namespace namespace;
    private final NavigableSet<Long> underWay = new TreeSet<>();
    private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private long highest;
    private volatile @Nullable Exception failure;

    Sending(Producer<String, byte[]> producer, String source, Collection<String> topics, Namespace namespace) {
        this.producer = producer;
        this.source = source;
        this.topics = topics;
        this.namespace = namespace;
    }

    void send(long id, OutboxRow row) {
        underWay.add(id);
        highest = Math.max(highest, id);
        producer.send(Envelope.write(row, source, namespace), (metadata, error) -> {
            if (error == null) {
                acknowledged.add(id);
            } else {
                failure = error;
            }
        });
    }

    /** The highest id that was ever sent; 0 before the first. */
    long highest() {
        return highest;
    }

    NavigableSet<Long> underWay() {
        return underWay;
    }

    /** How many more may be sent: a whole batch, or none before so many acks have come. */
    int room(int batch) {
        return underWay.size() > FULL - batch ? 0 : batch;
    }

    List<Long> takeAcknowledged() throws Failed {
        var error = failure;
        if (error != null) {
            throw new Failed(error);
        }
        var done = new ArrayList<Long>();
        for (var id = acknowledged.poll(); id != null; id = acknowledged.poll()) {
            done.add(id);
        }
        done.forEach(underWay::remove);
        return done;
    }

    /** Tells every partition of the service's topics that all up to the moment has been sent. */
    void vouch(Instant upTo) {
        for (var owned : topics) {
            var topic = namespace.outside(owned);
            for (var partition : producer.partitionsFor(topic)) {
                producer.send(Envelope.watermark(
                        UuidCreator.getTimeOrderedEpoch(), topic, partition.partition(), upTo, source));
            }
        }
    }

    /** What is not acknowledged by then is sent again in the next turn. */
    @Override
    public void close() {
        producer.close(Duration.ofMillis(500));
    }
}
