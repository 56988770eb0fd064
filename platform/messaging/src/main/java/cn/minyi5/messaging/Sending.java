package cn.minyi5.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What is on its way to Kafka during one turn of the relay, by outbox id. */
final class Sending implements AutoCloseable {

    /** Under way at most: bounds memory while the broker is away. */
    private static final int MOST_ROWS = 2_000;

    private static final int ROWS_AT_ONCE = 500;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    /** How much more may be sent. */
    record Room(int rows, long bytes) {
        static final Room NONE = new Room(0, 0);
    }

    /** The turn must end and begin anew with a fresh producer: a send was refused for good, or is under way for too long. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message, @Nullable Exception cause) {
            super(message, cause);
        }
    }

    private record UnderWay(long bytes, long sentAt) {}

    private final Producer<String, byte[]> producer;
    private final String source;
    private final Namespace namespace;
    private final Duration longest;
    private final NavigableMap<Long, UnderWay> underWay = new TreeMap<>();
    private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<String, long[]> ends = new HashMap<>();
    private final Map<String, Map<Integer, Long>> acknowledgedEnds = new ConcurrentHashMap<>();
    /** When the first promise was sent that is not acknowledged; 0 while all are. */
    private final AtomicLong promisedAt = new AtomicLong();

    private long bytes;
    private long highest;
    private volatile @Nullable Exception failure;

    /**
     * @param ends where each partition of each owned topic ended when the turn began
     * @param longest how long a row may be under way
     */
    Sending(
            Producer<String, byte[]> producer,
            String source,
            Map<String, long[]> ends,
            Namespace namespace,
            Duration longest) {
        this.producer = producer;
        this.source = source;
        this.namespace = namespace;
        this.longest = longest;
        this.ends.putAll(ends);
    }

    void send(long id, OutboxRow row) {
        underWay.put(id, new UnderWay(row.data().length, System.nanoTime()));
        bytes += row.data().length;
        highest = Math.max(highest, id);
        producer.send(Envelope.write(row, source, namespace), (metadata, error) -> {
            if (error == null) {
                acknowledgedEnds
                        .computeIfAbsent(row.topic(), topic -> new ConcurrentHashMap<>())
                        .merge(metadata.partition(), metadata.offset() + 1, Math::max);
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
        return underWay.navigableKeySet();
    }

    /** Whole batches, or nothing before enough acks have come. */
    Room room() {
        return underWay.size() > MOST_ROWS - ROWS_AT_ONCE || bytes >= MOST_BYTES
                ? Room.NONE
                : new Room(ROWS_AT_ONCE, MOST_BYTES - bytes);
    }

    List<Long> takeAcknowledged() throws Failed {
        var error = failure;
        if (error != null) {
            throw new Failed("a send was refused: " + error, error);
        }
        var done = new ArrayList<Long>();
        for (var id = acknowledged.poll(); id != null; id = acknowledged.poll()) {
            done.add(id);
        }
        for (var id : done) {
            var row = underWay.remove(id);
            bytes -= row == null ? 0 : row.bytes();
        }
        requireProgress();
        return done;
    }

    /** Rows are sent in the order of their ids: the first is the oldest. */
    private void requireProgress() throws Failed {
        var oldest = underWay.firstEntry();
        if (oldest != null && isTooLongAgo(oldest.getValue().sentAt())) {
            throw new Failed("row " + oldest.getKey() + " is under way for longer than " + longest, null);
        }
        var promised = promisedAt.get();
        if (promised != 0 && isTooLongAgo(promised)) {
            throw new Failed("a watermark is under way for longer than " + longest, null);
        }
    }

    private boolean isTooLongAgo(long nanoTime) {
        return System.nanoTime() - nanoTime > longest.toNanos();
    }

    /** Tells the readers of each owned topic that all up to the moment lies before the ends that are known now. */
    void promise(Instant upTo) {
        ends.forEach((topic, known) -> {
            acknowledgedEnds
                    .getOrDefault(topic, Map.of())
                    .forEach((partition, end) -> known[partition] = Math.max(known[partition], end));
            var watermark = new Watermark(topic, upTo, positions(known));
            promisedAt.compareAndSet(0, System.nanoTime());
            producer.send(
                    new ProducerRecord<>(namespace.outside(Watermark.TOPIC), topic, watermark.write()),
                    (metadata, error) -> promisedAt.set(error == null ? 0 : promisedAt.get()));
        });
    }

    private static List<Long> positions(long[] known) {
        return Arrays.stream(known).boxed().toList();
    }

    /** What is not acknowledged by then is sent again in the next turn. */
    @Override
    public void close() {
        producer.close(Duration.ofMillis(500));
    }
}
