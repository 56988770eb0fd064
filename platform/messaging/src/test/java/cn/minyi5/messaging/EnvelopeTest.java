package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final Namespace NAMESPACE = new Namespace("county.");
    private static final Instant MOMENT = Instant.parse("2021-10-05T01:00:00Z");

    @Test
    void anEventOfTheServiceThatATopicBelongsToIsRead() throws Envelope.Unreadable {
        var envelope = Envelope.read(sent("intake"), NAMESPACE);

        assertThat(envelope.topic()).isEqualTo("intake.requests");
        assertThat(envelope.happenedAt()).isEqualTo(MOMENT);
    }

    @Test
    void anEventOfAnybodyElseIsForgedAndCannotBeRead() {
        assertThatThrownBy(() -> Envelope.read(sent("routing"), NAMESPACE))
                .isInstanceOf(Envelope.Unreadable.class)
                .hasMessage("an event of /routing on intake.requests");
    }

    private static ConsumerRecord<String, byte[]> sent(String source) {
        var id = UUID.randomUUID();
        var row = new OutboxRow(
                id,
                "intake.requests",
                id.toString(),
                "request.forwarded.v1",
                MOMENT,
                null,
                Extensions.NONE,
                "{}".getBytes(StandardCharsets.UTF_8));
        var sent = Envelope.write(row, source, NAMESPACE);
        var received = new ConsumerRecord<>(sent.topic(), 3, 7, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }
}
