package cn.minyi5.acceptance;

import cn.minyi5.contracts.ClockEvent;
import cn.minyi5.contracts.Event;
import cn.minyi5.contracts.EventCatalogue;
import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.language.Rung;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What escalation has really published about an order, read from Kafka. */
final class Rungs {

    private Rungs() {}

    /** In the order in which they were published. */
    static List<Rung> of(Map<String, Object> kafka, String workOrderId) {
        return read(kafka, ClockEvent.RungReached.class).stream()
                .filter(rung -> rung.workOrderId().toString().equals(workOrderId))
                .map(ClockEvent.RungReached::rung)
                .toList();
    }

    static List<NoticeEvent.Issued> notices(Map<String, Object> kafka, String workOrderId) {
        return read(kafka, NoticeEvent.Issued.class).stream()
                .filter(notice -> notice.workOrderId().toString().equals(workOrderId))
                .toList();
    }

    private static <E extends Event> List<E> read(Map<String, Object> kafka, Class<E> type) {
        var topic = EventCatalogue.topicOf(type);
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<E>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var name = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                    if (name.equals(EventCatalogue.typeOf(type))) {
                        events.add(EventCatalogue.read(record.value(), type));
                    }
                }
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
