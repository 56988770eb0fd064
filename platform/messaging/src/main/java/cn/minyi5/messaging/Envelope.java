package cn.minyi5.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A CloudEvents 1.0 event in Kafka's binary mode: attributes in {@code ce_} headers, the event itself as value. */
record Envelope(
        UUID id,
        String type,
        Instant happenedAt,
        @Nullable String traceparent,
        @Nullable String key,
        Extensions extensions,
        byte[] data,
        String topic,
        int partition,
        long position) {

    /** The record's headers or value are not a CloudEvent of ours. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    static Envelope read(ConsumerRecord<String, byte[]> from, Namespace namespace) throws Unreadable {
        var headers = from.headers();
        var topic = namespace.inside(from.topic());
        refuseForged(topic, required(headers, "ce_source"));
        try {
            return new Envelope(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_type"),
                    OffsetDateTime.parse(required(headers, "ce_time")).toInstant(),
                    optional(headers, "traceparent"),
                    from.key(),
                    extensions(headers),
                    from.value() == null ? new byte[0] : from.value(),
                    topic,
                    from.partition(),
                    from.offset());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Unreadable("a CloudEvents header is malformed: " + e.getMessage());
        }
    }

    /** A topic begins with the name of the service that it belongs to; nobody else has anything to say there. */
    private static void refuseForged(String topic, String source) throws Unreadable {
        if (!source.equals("/" + topic.split("\\.", 2)[0])) {
            throw new Unreadable("an event of " + source + " on " + topic);
        }
    }

    static ProducerRecord<String, byte[]> write(OutboxRow row, String source, Namespace namespace) {
        var out = new ProducerRecord<>(namespace.outside(row.topic()), row.key(), row.data());
        attributes(out.headers(), row.eventId(), row.type(), source, row.key());
        put(out.headers(), "ce_time", utc(row.happenedAt() == null ? Instant.EPOCH : row.happenedAt()));
        if (row.traceparent() != null) {
            put(out.headers(), "traceparent", row.traceparent());
        }
        put(out.headers(), row.extensions());
        return out;
    }

    private static void attributes(Headers headers, UUID id, String type, String source, String subject) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id.toString());
        put(headers, "ce_type", type);
        put(headers, "ce_source", "/" + source);
        put(headers, "ce_subject", subject);
        put(headers, "content-type", "application/json");
    }

    private static void put(Headers headers, Extensions extensions) {
        if (extensions.sequence() != null) {
            put(headers, "ce_sequence", extensions.sequence().toString());
        }
        if (extensions.division() != null) {
            put(headers, "ce_division", extensions.division());
        }
        if (extensions.confidential()) {
            put(headers, "ce_confidential", "true");
        }
    }

    private static Extensions extensions(Headers headers) {
        var sequence = optional(headers, "ce_sequence");
        return new Extensions(
                sequence == null ? null : Long.valueOf(sequence),
                optional(headers, "ce_division"),
                "true".equals(optional(headers, "ce_confidential")));
    }

    private static String utc(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(Headers headers, String name) throws Unreadable {
        var value = optional(headers, name);
        if (value == null) {
            throw new Unreadable("the header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
