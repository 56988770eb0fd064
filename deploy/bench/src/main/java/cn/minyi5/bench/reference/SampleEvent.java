package cn.minyi5.bench.reference;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** An event as it waited in the outbox, read back from Kafka: the relay has removed the row. */
record SampleEvent(String topic, String key, String type, @Nullable String traceparent, byte[] data) {

    static SampleEvent of(ConsumerRecord<String, byte[]> from) {
        var type = header(from, "ce_type");
        if (type == null) {
            throw new IllegalStateException("an event without a type on " + from.topic());
        }
        return new SampleEvent(from.topic(), from.key(), type, header(from, "traceparent"), from.value());
    }

    /** As PostgreSQL writes a bytea. */
    String hexData() {
        return "\\x" + HexFormat.of().formatHex(data);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
