package cn.minyi5.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBackendTest {
    private static final String TOPIC = "intake.requests";

    @TempDir
    Path dir;

    KafkaBackend kafka;

    @BeforeEach
    void start() {
        kafka = new KafkaBackend(dir, FreePorts.next(), FreePorts.next(), Durability.SAFE);
        kafka.start();
    }

    @AfterEach
    void stop() {
        kafka.stop();
    }

    @Test
    @DisplayName("an acknowledged record is there after kill -9 and a restart on the same port")
    void anAcknowledgedRecordIsThereAfterKill9() throws Exception {
        // Given
        createTopic();
        send("路灯不亮");
        // When
        kafka.kill9();
        kafka.start();
        // Then
        assertThat(read()).containsExactly("路灯不亮");
        assertThat(kafka.process().log()).content().doesNotContain("SLF4J").doesNotContain("INFO");
    }

    private void createTopic() throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void send(String text) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "key", text)).get();
        }
    }

    private List<String> read() {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        var texts = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            consumer.seekToBeginning(consumer.assignment());
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> texts.add(record.value()));
                return !texts.isEmpty();
            });
        }
        return texts;
    }
}
