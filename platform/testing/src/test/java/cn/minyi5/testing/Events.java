package cn.minyi5.testing;

import cn.minyi5.contracts.Event;
import cn.minyi5.contracts.EventCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Speaks to the service under test as the other services would, and hears what it says. */
public final class Events {

    private static final int PARTITIONS = 12;
    private static final Map<String, String> ENSURED = new ConcurrentHashMap<>();
    private static final Map<String, Listening> LISTENING = new ConcurrentHashMap<>();
    private static @Nullable KafkaProducer<String, byte[]> producer;

    private Events() {}

    /** An event that the service has published. */
    public record Heard<E extends Event>(E event, Instant happenedAt, UUID id) {

        private static <E extends Event> Heard<E> of(ConsumerRecord<String, byte[]> record, Class<E> type) {
            try {
                return new Heard<>(
                        EventCatalogue.read(record.value(), type),
                        OffsetDateTime.parse(header(record, "ce_time")).toInstant(),
                        UUID.fromString(header(record, "ce_id")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Publishes an event that happened at a moment; returns its id. */
    public static UUID send(Event event, Instant happenedAt) {
        var id = UUID.randomUUID();
        send(event, happenedAt, id);
        return id;
    }

    /** Publishes it under an id of the test's choice: the same id twice is the same event twice. */
    public static void send(Event event, Instant happenedAt, UUID id) {
        send(
                EventCatalogue.topicOf(event.getClass()),
                event.subject(),
                EventCatalogue.typeOf(event.getClass()),
                EventCatalogue.write(event),
                happenedAt,
                id);
    }

    /** Publishes an event of an aggregate that counts its events. */
    public static void sendCounted(Event event, Instant happenedAt, long sequence) {
        sendCounted(event.getClass(), event.subject(), EventCatalogue.write(event), happenedAt, sequence);
    }

    /** Publishes one whose payload breaks off. */
    public static void sendUnreadable(Class<? extends Event> type, String key, Instant happenedAt, long sequence) {
        sendCounted(type, key, new byte[] {'{'}, happenedAt, sequence);
    }

    private static void sendCounted(
            Class<? extends Event> type, String key, byte[] data, Instant happenedAt, long sequence) {
        var record = record(
                EventCatalogue.topicOf(type), key, EventCatalogue.typeOf(type), data, happenedAt, UUID.randomUUID());
        record.headers().add("ce_sequence", Long.toString(sequence).getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    /** Publishes anything at all, also what cannot be read. */
    public static void send(String topic, String key, String type, byte[] data, Instant happenedAt, UUID id) {
        send(record(topic, key, type, data, happenedAt, id));
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, String key, String type, byte[] data, Instant happenedAt, UUID id) {
        var record = new ProducerRecord<>(ensured(topic), key, data);
        var headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id.toString(),
                "ce_type",
                type,
                "ce_source",
                "/" + topic.split("\\.")[0],
                "ce_time",
                happenedAt.toString(),
                "content-type",
                "application/json");
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Promises the readers of a topic that all up to the moment has been sent. */
    public static void sendWatermark(String topic, Instant upTo) {
        var watermark = "{\"topic\":\"%s\",\"upTo\":\"%s\",\"before\":%s}"
                .formatted(topic, upTo, listening(topic).ends());
        send(new ProducerRecord<>(ensured("watermarks", 1), topic, watermark.getBytes(StandardCharsets.UTF_8)));
    }

    /** All events of one type about one subject that are on the topic now, in their order. */
    public static <E extends Event> List<Heard<E>> of(Class<E> type, String subject) {
        return of(type).stream()
                .filter(h -> h.event().subject().equals(subject))
                .toList();
    }

    /** All events of one type that are on the topic now, in the order of their partitions. */
    public static <E extends Event> List<Heard<E>> of(Class<E> type) {
        return everything(EventCatalogue.topicOf(type)).stream()
                .filter(record -> EventCatalogue.typeOf(type).equals(header(record, "ce_type")))
                .map(record -> Heard.of(record, type))
                .toList();
    }

    /** Every record of a topic, dead letters included. */
    public static List<ConsumerRecord<String, byte[]>> everything(String topic) {
        return listening(topic).everything();
    }

    private static Listening listening(String topic) {
        return LISTENING.computeIfAbsent(ensured(topic), name -> new Listening(name, kafka()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static synchronized void send(ProducerRecord<String, byte[]> record) {
        if (producer == null) {
            producer = new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer());
        }
        producer.send(record);
        producer.flush();
    }

    private static String ensured(String topic) {
        return ensured(topic, PARTITIONS);
    }

    private static String ensured(String topic, int partitions) {
        return ENSURED.computeIfAbsent(
                System.getProperty(ServiceBackends.PREFIX, "") + topic, name -> ensure(name, partitions));
    }

    private static String ensure(String name, int partitions) {
        try (var admin = Admin.create(kafka())) {
            var made = admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)));
            made.all().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        return name;
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", System.getProperty(ServiceBackends.BOOTSTRAP));
    }
}
