package cn.minyi5.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All that a service has said of its chain, in the order in which it said it, up to where its topic ended when this was
 * made. Nothing is kept in memory but what was read last.
 */
final class WitnessedLinks implements Iterator<WitnessedLinks.Link>, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A link as the service said it. */
    record Link(long number, String hash) {}

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final long end;
    private final Queue<Link> read = new ArrayDeque<>();

    /**
     * @param kafka where, and how to log in
     * @param topic as Kafka knows it; one that is not there says nothing
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
     */
    WitnessedLinks(Map<String, Object> kafka, String topic) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partition = new TopicPartition(topic, 0);
        try {
            end = consumer.partitionsFor(topic).isEmpty() ? 0 : begin();
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private long begin() {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        return consumer.endOffsets(List.of(partition)).get(partition);
    }

    @Override
    public boolean hasNext() {
        while (read.isEmpty() && end > 0 && consumer.position(partition) < end) {
            var records = consumer.poll(PATIENCE);
            if (records.isEmpty()) {
                throw new TimeoutException("nothing more of " + partition + " within " + PATIENCE);
            }
            records.forEach(record -> readAll(record.value()));
        }
        return !read.isEmpty();
    }

    @Override
    public Link next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return read.remove();
    }

    private void readAll(byte[] value) {
        try {
            var witness = ChangeLogWitness.read(value);
            var number = witness.first();
            for (var hash : witness.hashes()) {
                read.add(new Link(number++, hash));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
