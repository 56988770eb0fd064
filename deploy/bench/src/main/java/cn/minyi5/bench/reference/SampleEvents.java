package cn.minyi5.bench.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What one submission announced. */
final class SampleEvents {
    private static final List<String> TOPICS = List.of("intake.visits", "intake.requests");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private SampleEvents() {}

    /** One event for each of the keys. */
    static List<SampleEvent> of(String bootstrapServers, Set<String> keys) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var found = new ArrayList<SampleEvent>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (found.size() < keys.size() && System.nanoTime() < deadline) {
                for (var record : consumer.poll(POLL)) {
                    if (record.key() != null && keys.contains(record.key())) {
                        found.add(SampleEvent.of(record));
                    }
                }
            }
        }
        if (found.size() < keys.size()) {
            throw new IllegalStateException("only " + found.size() + " events of the sample came out of Kafka");
        }
        return found;
    }
}
